import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PageName, pagePath } from '../../functions/report/contract/paths.ts';
import { axTree } from '../support/ax-tree.ts';
import { openPhone, startBrowser } from '../support/browser.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { unfold } from '../support/on-screen.ts';
import { languages } from '../support/words-of.ts';

const forms = ['form', 'form-affected', 'form-under-18'] as const satisfies readonly PageName[];

let site: DemoSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  site = await startDemoSite();
  browser = await startBrowser();
  page = await (await openPhone(browser)).newPage();
  return async () => {
    await browser.close();
    await site.stop();
  };
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words that can be seen on each circle, box and tile, in the order of the page. */
const seenLabels = async (): Promise<readonly string[]> => (await page.locator('.answer').allInnerTexts()).map(oneLine);

/** Where each stop of the keyboard in `main` is, top and start; one stop for a set of circles. */
const stops = (): Promise<readonly { what: string; top: number; start: number }[]> =>
  page.evaluate(() => {
    const rtl = document.dir === 'rtl';
    const wanted = 'a[href], button, summary, textarea, input:not([type="hidden"], [hidden], [tabindex="-1"])';
    return [...document.querySelectorAll<HTMLElement>(`main :is(${wanted})`)]
      .filter((one) => one.tabIndex >= 0 && one.checkVisibility())
      .map((one) => {
        const { top, left, right } = (one.closest('label') ?? one).getBoundingClientRect();
        return { what: one.outerHTML.slice(0, 90), top: Math.round(top), start: Math.round(rtl ? -right : left) };
      });
  });

/** Each that stands before the one above it in the eyes of a reader of this page: higher, or in the same row nearer its start. */
const outOfOrder = (all: Awaited<ReturnType<typeof stops>>): readonly string[] =>
  all
    .filter((stop, at) => {
      const before = all[at - 1];
      if (before === undefined) return false;
      return stop.top < before.top - 1 || (Math.abs(stop.top - before.top) <= 1 && stop.start <= before.start);
    })
    .map(({ what }) => what);

describe.each(languages)('in $name', ({ id }) => {
  test.each(forms)('every answer of %s is called what stands on it, in the order in which it is seen', async (form) => {
    await page.goto(`${site.url}${pagePath(id, form)}`);
    await unfold(page);
    const seen = await seenLabels();
    const met = (await axTree(page)).filter(({ role }) => ['radio', 'checkbox'].includes(role));
    expect(seen.length).toBeGreaterThan(20);
    expect(met.map(({ name }) => oneLine(name))).toEqual(seen);
  });

  test.each(forms)(
    'the keyboard goes through %s as the eye does, and no stop has a number of its own',
    async (form) => {
      await page.goto(`${site.url}${pagePath(id, form)}`);
      expect(await page.locator('[tabindex]:not([tabindex="-1"])').count()).toBe(0);
      const all = await stops();
      expect(all.length).toBeGreaterThan(30);
      expect(outOfOrder(all)).toEqual([]);
    },
  );

  test('every tile of the signs page is called what stands on it', async () => {
    await page.goto(`${site.url}${pagePath(id, 'signs')}`);
    const seen = (await page.locator('.tiles a').allInnerTexts()).map(oneLine);
    const names = (await axTree(page)).filter(({ role }) => role === 'link').map(({ name }) => oneLine(name));
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.filter((label) => !names.includes(label))).toEqual([]);
  });
});

test('a name that says something else, and a stop that comes too early, would be found', async () => {
  await page.goto(`${site.url}${pagePath('en', 'form')}`);
  await page
    .locator('input[name=danger][value=no]')
    .evaluate((input) => input.setAttribute('aria-label', 'Something else'));
  const met = (await axTree(page)).filter(({ role }) => role === 'radio');
  expect(met[0]?.name).toBe('Something else');
  expect(await seenLabels()).not.toContain('Something else');
  await page.locator('#q-area').evaluate((question) => question.parentElement?.prepend(question));
  expect(outOfOrder(await stops())).toEqual([]);
  await page.locator('#q-area').evaluate((question) => question.style.setProperty('transform', 'translateY(3000px)'));
  expect((await outOfOrder(await stops())).length).toBeGreaterThan(0);
});
