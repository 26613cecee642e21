import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from './browser.ts';
import { type DemoSite, startDemoSite } from './demo-site.ts';

export interface SiteAndBrowser {
  readonly site: DemoSite;
  readonly browser: Browser;
}

/** The built demo and a browser for all tests of a file; started before the first and stopped after the last. */
export function siteAndBrowser(): SiteAndBrowser {
  let site: DemoSite | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    site = await startDemoSite();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  return {
    get site() {
      return started(site);
    },
    get browser() {
      return started(browser);
    },
  };
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('Site and browser start with the first test: use them inside one.');
  return part;
}
