import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { SiteAndBrowser } from './site-and-browser.ts';
import { words } from './words-of.ts';

/** A page with JavaScript on, unless its options say otherwise, and all that went on behind it. */
export interface Opened {
  readonly page: Page;
  /** What the browser complained of, a broken policy among it. */
  readonly complaints: string[];
  /** Every request but for pages themselves, as `GET /path` and whatever it carried. */
  readonly requests: string[];
}

export interface Opening {
  readonly browser: Browser;
  readonly url: string;
  readonly options?: BrowserContextOptions;
  /** Runs in the page before anything of it. */
  before?(): void;
}

/** Opens a page on a screen with a keyboard and a mouse, in a browser with nothing in it. */
export async function openWithScript({ browser, url, options, before }: Opening): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.resourceType() === 'document' || pathname === '/favicon.svg') return;
    requests.push(`${request.method()} ${pathname}${search}${request.postData() ?? ''}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(violatedDirective));
  });
  if (before) await page.addInitScript(before);
  await page.goto(url);
  return { page, complaints, requests };
}

/** Opens pages of the site that a file's tests share, by their address. */
export const opener =
  (here: SiteAndBrowser) =>
  (address: string, options: BrowserContextOptions = {}, before?: () => void): Promise<Opened> =>
    openWithScript({ browser: here.browser, url: `${here.site.url}${address}`, options, ...(before && { before }) });

/** A circle or a box of a form. */
export const box = (page: Page, field: string, value: string): Locator =>
  page.locator(`input[name="${field}"][value="${value}"]`);

/** Ticks what stands in `signs=debt&area=leicester`. */
export async function tick(page: Page, answers: string): Promise<void> {
  for (const [field, value] of new URLSearchParams(answers)) await box(page, field, value).check();
}

/** The first button with these words. */
export const press = (page: Page, key: string): Promise<void> =>
  page
    .getByRole('button', { name: words(key), exact: true })
    .first()
    .click();
