import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPhone, phone } from '../support/browser.ts';
import { built } from '../support/built.ts';
import { asItComes, faultsOn, overhang, showWhole } from '../support/on-screen.ts';
import { everyOpenable } from '../support/open-page.ts';
import { expectReadable } from '../support/page-checks.ts';
import { siteAndBrowser } from '../support/site-and-browser.ts';

const { siteDir } = await built();
const inEnglish = everyOpenable(siteDir).filter(({ locale }) => locale === 'en');

const here = siteAndBrowser();
let page: Page;
beforeAll(async () => {
  page = await (await openPhone(here.browser, { javaScriptEnabled: true })).newPage();
});

describe(`axe finds nothing at ${phone.width} pixels, light and dark, and nothing has to be moved sideways`, () => {
  test.each(inEnglish)('$name', async ({ open }) => {
    await asItComes(page);
    await open(page, here.site);
    await expectReadable(page, ['light', 'dark']);
  });

  test('and it would find a box without a label, words that are hard to read, and a page that is too wide', async () => {
    await asItComes(page);
    await page.goto(`${here.site.url}/en/tell/`);
    await showWhole(page);
    expect(await faultsOn(page, 'everything')).toEqual([]);
    await page.locator('textarea').evaluateAll((boxes) => boxes.map((box) => box.setAttribute('id', 'nobody')));
    expect((await faultsOn(page, 'everything')).join()).toContain('<textarea');
    await page.locator(':root').evaluate((root) => root.style.setProperty('--soft', '#707070'));
    expect((await faultsOn(page, 'colours')).join()).toContain('color-contrast-enhanced');
    await page.locator('h1').evaluate((title) => title.style.setProperty('width', '500px'));
    expect(await overhang(page)).toBeGreaterThan(0);
  });
});
