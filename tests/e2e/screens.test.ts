import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { probe } from '../bench/page-probe.ts';
import { openPhone, startBrowser } from '../support/browser.ts';
import { built } from '../support/built.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { asItComes, overhang } from '../support/on-screen.ts';
import { oneOfEachKind } from '../support/open-page.ts';
import { languages } from '../support/words-of.ts';

const { siteDir } = await built();
/** A4 less its margins, in pixels of CSS. */
const paper = { width: 680, height: 1000 };
const onItsSide = { width: 740, height: 360 };

let site: DemoSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  site = await startDemoSite();
  browser = await startBrowser();
  page = await (await openPhone(browser, { javaScriptEnabled: true })).newPage();
  await page.addInitScript(probe);
  return async () => {
    await browser.close();
    await site.stop();
  };
});

/** Two frames after the last byte: whatever would still move has moved. */
const layoutShift = (): Promise<number | undefined> =>
  page.evaluate(async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    return window.felt?.layoutShift;
  });

/** What of these can be seen, however it is hidden. */
const seen = (selector: string): Promise<number> =>
  page.locator(selector).evaluateAll(
    (all) =>
      all.filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width * height > 0;
      }).length,
  );

/** What can be pressed or chosen and has no line round it: where colours are the reader's own, a ground is not there. */
const edgeless = (): Promise<readonly string[]> =>
  page
    .locator('main :is(.button, button, .call, .answer > span, .tiles a, .slip, .notice, .errors)')
    .evaluateAll((all) =>
      all
        .filter((one) => {
          const { borderTopStyle, borderTopWidth } = getComputedStyle(one);
          return borderTopStyle === 'none' || borderTopWidth === '0px';
        })
        .map((one) => one.outerHTML.slice(0, 80)),
    );

/** Drawings whose lines have not the colour of the words beside them. */
const undrawn = (): Promise<readonly string[]> =>
  page
    .locator('main svg')
    .evaluateAll((all) =>
      all
        .filter(
          (one) => ![getComputedStyle(one).stroke, getComputedStyle(one).fill].includes(getComputedStyle(one).color),
        )
        .map((one) => one.outerHTML.slice(0, 80)),
    );

/** Pixels of the window that the two tabs at its bottom cover; the 999 page has none. */
const stuck = (): Promise<number> =>
  page.locator('.tabs').evaluateAll((all) => all.reduce((sum, tabs) => sum + tabs.getBoundingClientRect().height, 0));

describe.each(languages)('in $name', ({ id }) => {
  test.each(oneOfEachKind(siteDir, id))('$name is whole on every screen and on paper', async ({ open }) => {
    await asItComes(page);
    await open(page, site);
    expect(await layoutShift(), 'nothing moves after it is there').toBe(0);

    await page.setViewportSize(onItsSide);
    expect(await overhang(page), 'on its side').toBe(0);
    expect(await stuck(), 'the two tabs leave room').toBeLessThan(onItsSide.height / 3);

    await page.emulateMedia({ forcedColors: 'active' });
    expect(await edgeless(), 'in colours of the reader').toEqual([]);
    expect(await undrawn(), 'in colours of the reader').toEqual([]);

    const unfolded = 'main details:not(:has(.receipt-number)) > p';
    const [rows, folds] = [await page.locator('.rows li').count(), await page.locator(unfolded).count()];
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print', forcedColors: 'none' });
    expect(await overhang(page), 'on paper').toBe(0);
    expect(await seen('.tabs, .skip, button, header details'), 'nobody can press paper').toBe(0);
    expect(await seen('.rows li'), 'every sign is on paper').toBe(rows);
    expect(await seen(unfolded), 'nobody can unfold paper').toBe(folds);
    expect(await seen('.receipt-number'), 'a number that she left folded is not on paper').toBe(0);
  });
});

test('a page that moves, is too wide on its side, or folds its words away on paper would be found', async () => {
  await asItComes(page);
  await page.goto(`${site.url}/en/now/`);
  await page.locator('main').evaluate((main) => {
    const late = document.createElement('p');
    late.textContent = 'Later than all';
    main.prepend(late);
  });
  expect(await layoutShift()).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  const folds = await page.locator('main details > p').count();
  expect(await seen('main details > p')).toBe(folds);
  await page
    .locator('main details > p')
    .first()
    .evaluate((line) => line.style.setProperty('display', 'none'));
  expect(await seen('main details > p')).toBe(folds - 1);
  await page
    .locator('.call')
    .first()
    .evaluate((call) => call.style.setProperty('border', '0'));
  expect(await edgeless()).toHaveLength(1);
});
