import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openPhone, startBrowser } from '../support/browser.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { words } from '../support/words-of.ts';

/** Somewhere the Tab key stops. */
interface Stop {
  /** Address, field name and value, or button's words: whichever it has. */
  readonly what: string;
  readonly isField: boolean;
  /** Nothing shows that the keyboard is here, or the two tabs at the bottom lie over it. */
  readonly unseen: boolean;
}

const firstQuestions = ['danger', 'reporter', 'place', 'signs', 'area'] as const;

/** The stop where the keyboard is now. */
const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const field = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
    const link = at instanceof HTMLAnchorElement ? at.getAttribute('href') : null;
    const tabs = document.querySelector('.tabs');
    const covered =
      at !== null &&
      tabs !== null &&
      !tabs.contains(at) &&
      getComputedStyle(tabs).position === 'sticky' &&
      at.getBoundingClientRect().top >= tabs.getBoundingClientRect().top;
    return {
      what: field ? `${at.name}=${at.value}` : (link ?? at?.textContent?.trim() ?? ''),
      isField: field,
      unseen: at === null || getComputedStyle(at).outlineStyle === 'none' || covered,
    };
  });

/** Presses Tab until the keyboard is at one of these; answers every stop on the way. */
async function tabTo(page: Page, wanted: RegExp): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    stops.push(stop);
    if (wanted.test(stop.what)) return stops;
  }
  throw new Error(`Tab never came to ${wanted}; it stopped at ${stops.map(({ what }) => what).join(', ')}.`);
}

/** The answer of a set of circles: Tab goes to the first, the arrows from there. */
async function choose(page: Page, field: string, value: string): Promise<Stop[]> {
  const stops = await tabTo(page, new RegExp(`^${field}=`));
  while ((await stopOf(page)).what !== `${field}=${value}`) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  expect(await page.locator(`input[name="${field}"][value="${value}"]`).isChecked()).toBe(true);
  return stops;
}

/** Every document comes without its stylesheet, as to a browser that cannot read it. */
async function withoutStyle(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const body = (await response.text()).replace(/<style[\s\S]*?<\/style>/, '');
    return route.fulfill({ response, body });
  });
}

let site: DemoSite;
let browser: Browser;
beforeAll(async () => {
  site = await startDemoSite();
  browser = await startBrowser();
  return async () => {
    await browser.close();
    await site.stop();
  };
});

describe.each([
  ['with its stylesheet', true],
  ['without its stylesheet', false],
])('%s', (_about, styled) => {
  async function openForm(): Promise<Page> {
    const context = await openPhone(browser);
    onTestFinished(() => context.close());
    if (!styled) await withoutStyle(context);
    const page = await context.newPage();
    await page.goto(`${site.url}/en/tell/`);
    expect(await page.locator('style').count()).toBe(styled ? 1 : 0);
    return page;
  }

  test('the first five questions can be read, one below the other', async () => {
    const page = await openForm();
    const tops: number[] = [];
    for (const question of firstQuestions) {
      const legend = page.locator(`#q-${question} legend`);
      expect(await legend.isVisible()).toBe(true);
      expect(await legend.innerText()).toContain(words(`report:question.${question}.label`));
      tops.push((await legend.boundingBox())?.y ?? 0);
    }
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(new Set(tops).size).toBe(firstQuestions.length);
  });

  test('the form is filled in and sent with the keyboard alone, 999 before the first question', async () => {
    const page = await openForm();
    const stops = await choose(page, 'danger', 'unsure');
    expect(stops[0]?.what).toBe('#main');
    expect(stops.findIndex(({ isField }) => isField)).toBe(stops.length - 1);
    expect(stops.map(({ what }) => what)).toContain('tel:999');
    stops.push(...(await choose(page, 'reporter', 'public')));
    stops.push(...(await tabTo(page, /^signs=debt$/)));
    await page.keyboard.press('Space');
    stops.push(...(await choose(page, 'area', 'charnwood')));
    stops.push(...(await tabTo(page, /^where=/)));
    await page.keyboard.type('the green door');
    stops.push(...(await tabTo(page, new RegExp(`^${words('report:button.check')}$`))));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words('report:check.title') }).waitFor();
    expect(await page.locator('main').innerText()).toContain('the green door');
    stops.push(...(await tabTo(page, new RegExp(`^${words('report:button.send')}$`))));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words('report:receipt.title') }).waitFor();
    const [mail] = await site.mailsOf('police');
    expect(mail?.text).toContain('the green door');
    expect(stops.filter(({ unseen }) => unseen).map(({ what }) => what)).toEqual([]);
  });

  test('the keyboard never stops at what is only for programs', async () => {
    const page = await openForm();
    const stops = await tabTo(page, /\/who\/$/);
    expect(stops.filter(({ isField }) => isField).length).toBeGreaterThan(15);
    expect(stops.filter(({ what }) => /^website=|^=/.test(what))).toEqual([]);
    expect(await page.locator('input[type="password"]').isVisible()).toBe(false);
  });
});
