import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { findChromium } from '../../src/build/find-chromium.mjs';

/** The narrow old phone that we build for. */
export const phone = { width: 360, height: 740 } as const;

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserOptions {
  readonly javaScriptEnabled?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
}

const executablePath = (): string => {
  const found = findChromium();
  if (found === undefined) throw new Error('No browser: install Chromium or set CHROMIUM_PATH.');
  return found;
};

/** A browser with nothing in it, closed when the test ends. */
export async function openBrowser(): Promise<Browser> {
  const browser = await startBrowser();
  onTestFinished(() => browser.close());
  return browser;
}

/** The same for all tests of a file: whoever starts it closes it. */
export const startBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath(), args: [...args, ...more] });

/** A phone's browser window; JavaScript is off unless asked for. */
export function openPhone(browser: Browser, options: BrowserOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ viewport: phone, isMobile: true, hasTouch: true, javaScriptEnabled: false, ...options });
}

export interface ProfileOptions extends BrowserOptions {
  readonly args?: readonly string[];
  readonly ignoreHTTPSErrors?: boolean;
  readonly extraHTTPHeaders?: Readonly<Record<string, string>>;
}

/** A browser that keeps its profile in a folder, and pages that were left alive for Back, as a phone does. */
export function openProfile(
  folder: string,
  { args: more = [], ...options }: ProfileOptions = {},
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: executablePath(),
    args: [...args, ...more],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    viewport: phone,
    javaScriptEnabled: false,
    ...options,
  });
}
