import type { Page } from 'playwright-core';
import { beforeAll, describe, test } from 'vitest';
import { openPhone } from '../support/browser.ts';
import { built } from '../support/built.ts';
import { asItComes } from '../support/on-screen.ts';
import { everyOpenable, oneOfEachKind } from '../support/open-page.ts';
import { expectReadable } from '../support/page-checks.ts';
import { siteAndBrowser } from '../support/site-and-browser.ts';
import { translations } from '../support/words-of.ts';

/** `npm run test:all`: every page of every language. Else one of each kind, and the dark of one that reads from right to left. */
const all = process.env['KTS_LONG'] === '1';
const { siteDir } = await built();
const pagesIn = (locale: string) =>
  all ? everyOpenable(siteDir).filter((page) => page.locale === locale) : oneOfEachKind(siteDir, locale);

const here = siteAndBrowser();
let page: Page;
beforeAll(async () => {
  page = await (await openPhone(here.browser, { javaScriptEnabled: true })).newPage();
});

describe.each(translations)('axe finds nothing in $name, and nothing has to be moved sideways', ({ id, dir }) => {
  test.each(pagesIn(id))('$name', async ({ open }) => {
    await asItComes(page);
    await open(page, here.site);
    await expectReadable(page, all || dir === 'rtl' ? ['light', 'dark'] : ['light']);
  });
});
