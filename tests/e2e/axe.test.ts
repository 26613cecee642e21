import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPhone, phone, startBrowser } from '../support/browser.ts';
import { built } from '../support/built.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { everyOpenable, type Openable } from '../support/open-page.ts';

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

/** Pixels by which the page is wider than its window. */
const overhang = (): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** As a reader sets it who needs larger letters: the page's own sizes follow. */
async function setLetters(size: number): Promise<void> {
  await (await page.context().newCDPSession(page)).send('Page.setFontSizes', { fontSizes: { standard: size } });
  const root = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await expect.poll(root).toBe(`${size * 1.125}px`);
}

async function openAsItComes({ open }: Openable): Promise<void> {
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, site);
}

describe(`axe finds nothing at ${phone.width} pixels, light and dark, and nothing has to be moved sideways`, () => {
  test.each(pages)('$name', async (openable) => {
    await openAsItComes(openable);
    await page.locator('details').evaluateAll((folds) => folds.map((fold) => fold.setAttribute('open', '')));
    await setLetters(32);
    expect(await overhang(), 'with letters twice as large').toBe(0);
    await setLetters(16);
    await page.setViewportSize({ ...phone, width: 320 });
    expect(await overhang(), 'at 320 pixels').toBe(0);
    await unfold();
    await bringAxe();
    expect(await faults(everything)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(colours)).toEqual([]);
  });

  test('and it would find a box without a label, words that are hard to read, and a page that is too wide', async () => {
    await openAsItComes({ name: 'form', open: () => page.goto(`${site.url}/en/tell/`) });
    await unfold();
    await bringAxe();
    expect(await faults(everything)).toEqual([]);
    await page.locator('textarea').evaluateAll((boxes) => boxes.map((box) => box.setAttribute('id', 'nobody')));
    expect((await faults(everything)).join()).toContain('<textarea');
    await page.locator(':root').evaluate((root) => root.style.setProperty('--soft', '#707070'));
    expect((await faults(colours)).join()).toContain('color-contrast-enhanced');
    await page.locator('h1').evaluate((title) => title.style.setProperty('width', '500px'));
    expect(await overhang()).toBeGreaterThan(0);
  });
});
