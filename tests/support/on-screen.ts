import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { phone } from './browser.ts';

declare const axe: typeof import('axe-core');

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** Ours are AAA where it is about reading: 7 to 1, or 4.5 for large text. */
const contrast = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** All that axe looks for, and the parts of it that change with the colours. */
const looks: Readonly<Record<'everything' | 'colours', RunOptions>> = {
  everything: {
    runOnly: standard,
    rules: { 'color-contrast-enhanced': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
  },
  colours: { runOnly: { type: 'rule', values: contrast }, resultTypes: ['violations', 'incomplete'] },
};

/** Puts axe beside the page, where the page's policy has no say. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => typeof axe !== 'undefined')) return;
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
export async function faultsOn(page: Page, look: keyof typeof looks): Promise<readonly string[]> {
  await bringAxe(page);
  const found: AxeResults = await page.evaluate((given) => axe.run(document, given), looks[look]);
  const { violations, incomplete } = found;
  const open = incomplete.filter(({ id }) => contrast.includes(id));
  return [...violations, ...open].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** As tall as the page, so that nothing lies behind the two tabs that stick to the bottom of a phone. */
export async function showWhole(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...phone, height });
}

/** Everything that is folded away, opened. */
export const unfold = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });

/** Pixels by which the page is wider than its window. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** As a reader sets it who needs larger letters: the page's own sizes follow. */
export async function setLetters(page: Page, size: number): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Page.setFontSizes', { fontSizes: { standard: size } });
  await line.detach();
  const root = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await expect.poll(root).toBe(`${size * 1.125}px`);
}

/** On the narrow phone, by day. */
export async function asItComes(page: Page): Promise<void> {
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'light', media: 'screen', forcedColors: 'none' });
}
