import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPhone, phone, startBrowser } from '../support/browser.ts';
import { built } from '../support/built.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { everyOpenable } from '../support/open-page.ts';

declare const axe: typeof import('axe-core');

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { siteDir } = await built();
const pages = everyOpenable(siteDir);

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** Ours are AAA where it is about reading: 7 to 1, or 4.5 for large text. */
const contrast = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
const everything: RunOptions = {
  runOnly: standard,
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
};
const colours: RunOptions = { runOnly: { type: 'rule', values: contrast }, resultTypes: ['violations', 'incomplete'] };

let site: DemoSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await startDemoSite();
  browser = await startBrowser();
  page = await (await openPhone(browser, { javaScriptEnabled: true })).newPage();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Puts axe beside the page, where the page's policy has no say. */
async function bringAxe(): Promise<void> {
  await page.evaluate(source);
  await page.evaluate(() => {
    // The head's torn edge is painted by a pseudo-element below it and says nothing about what is behind the words.
    const common = { ignorePseudo: true, ignoreUnicode: true, ignoreLength: false, boldValue: 700, boldTextPt: 14 };
    const thresholds = { largeTextPt: 18, pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03 };
    const of = (normal: number, large: number) => ({
      ...common,
      ...thresholds,
      contrastRatio: { normal: { expected: normal }, large: { expected: large } },
    });
    axe.configure({
      checks: [
        { id: 'color-contrast', options: of(4.5, 3) },
        { id: 'color-contrast-enhanced', options: of(7, 4.5) },
      ],
    });
  });
}

/** What axe finds, one line each. What it could not settle counts as found where it is about contrast. */
async function faults(options: RunOptions): Promise<string[]> {
  const { violations, incomplete }: AxeResults = await page.evaluate((given) => axe.run(document, given), options);
  const open = incomplete.filter(({ id }) => contrast.includes(id));
  return [...violations, ...open].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** As tall as the page, so that nothing lies behind the two tabs that stick to the bottom of a phone. */
async function unfold(): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...phone, height });
}

describe(`at ${phone.width} pixels axe finds nothing, light and dark`, () => {
  test.each(pages)('$name', async ({ open }) => {
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, site);
    await page.locator('details').evaluateAll((folds) => folds.map((fold) => fold.setAttribute('open', '')));
    await unfold();
    await bringAxe();
    expect(await faults(everything)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(colours)).toEqual([]);
  });

  test('and it would find a box without a label, and words that are hard to read', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${site.url}/en/tell/`);
    await bringAxe();
    await page.locator('textarea').evaluateAll((boxes) => boxes.map((box) => box.setAttribute('id', 'nobody')));
    await page.locator('h1').evaluate((title) => title.setAttribute('class', 'hint'));
    expect((await faults(everything)).join()).toContain('<textarea');
    expect(await faults(colours)).toEqual([]);
    const tokens = '--soft: #8a8a8a';
    await page.evaluate(
      (made) => document.documentElement.style.setProperty(...(made.split(': ') as [string, string])),
      tokens,
    );
    expect((await faults(colours)).join()).toContain('color-contrast');
  });
});

/** Pixels by which a page is wider than its window. */
const overhang = (of: Page): Promise<number> =>
  of.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each<[about: string, width: number, font: number]>([
  ['at 320 pixels', 320, 16],
  ['at 360 pixels with letters twice as large', 360, 32],
])('%s nothing has to be moved sideways', (_about, width, font) => {
  let large: Browser;
  let narrow: Page;
  beforeAll(async () => {
    large = await startBrowser([`--blink-settings=defaultFontSize=${font}`]);
    narrow = await (await openPhone(large, { javaScriptEnabled: true, viewport: { width, height: 640 } })).newPage();
    return () => large.close();
  });

  test.each(pages)('$name', async ({ open }) => {
    await open(narrow, site);
    expect(await narrow.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${font * 1.125}px`);
    expect(await overhang(narrow)).toBe(0);
  });

  test('and a page that is wider would be noticed', async () => {
    await narrow.goto(`${site.url}/en/`);
    await narrow.locator('h1').evaluate((title) => title.style.setProperty('width', '500px'));
    expect(await overhang(narrow)).toBeGreaterThan(0);
  });
});
