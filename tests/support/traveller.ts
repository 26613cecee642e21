import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../functions/report/contract/model.ts';
import { openPhone } from './browser.ts';
import type { DemoSite } from './demo-site.ts';
import { languages, wordsOf } from './words-of.ts';

export interface Setting {
  readonly browser: Browser;
  readonly site: DemoSite;
  readonly language: Language;
  /** Whether JavaScript is on. */
  readonly script: boolean;
}

/** Someone with a phone who reads one language, and from the first page on only presses what she can read. */
export interface Traveller extends Setting {
  readonly page: Page;
  /** In her language. */
  words(key: string): string;
  /** What the browser complained of: broken policies, requests that failed or went elsewhere. */
  readonly complaints: readonly string[];
  /** Every page that she came to, by a name for it. */
  readonly seen: Map<string, string>;
}

/** A browser remarks on every answer to a wrong form. */
const answered = /status of (?:409|422)/;

/** Opens the first page of the site on a phone, and chooses the language by the name that it has in itself. */
export async function setOut(setting: Setting): Promise<Traveller> {
  const { browser, site, language, script } = setting;
  const context = await openPhone(browser, { javaScriptEnabled: script });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!answered.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // What a page still asked for when she went on is not asked for any more.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) complaints.push(`somewhere else: ${request.url()}`);
  });
  await page.goto(`${site.url}/`);
  await page.locator('main').getByRole('link', { name: language.autonym }).click();
  const traveller = { ...setting, page, words: wordsOf(language.id), complaints, seen: new Map<string, string>() };
  await arrive(traveller, 'home');
  return traveller;
}

/** She is on the page that has this name here: it is in her language, and what is open to view of it is kept. */
export async function arrive({ page, language, seen }: Traveller, name: string): Promise<void> {
  const root = page.locator(`html[lang="${language.tag}"][dir="${language.dir}"]`);
  await root.waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  seen.set(name, await page.content());
}

/** The page of a link that is called so in her language. */
export const follow = ({ page, words }: Traveller, key: string): Promise<void> =>
  page
    .locator('main')
    .getByRole('link', { name: words(key) })
    .first()
    .click();

/** A button by its words; marks of a number in them are written out. */
export const press = ({ page, words }: Traveller, key: string): Promise<void> =>
  page
    .getByRole('button', { name: words(key).replace('<phone:emergency>', '999'), exact: true })
    .first()
    .click();

export const box = ({ page }: Pick<Traveller, 'page'>, field: string, value: string): Locator =>
  page.locator(`input[name="${field}"][value="${value}"]:not([type="hidden"])`);

/** With the keyboard, as one who cannot hit small things does; `danger=no&area=rutland`. */
export async function tick(traveller: Traveller, answers: string): Promise<void> {
  for (const [field, value] of new URLSearchParams(answers)) {
    const input = box(traveller, field, value);
    await input.focus();
    await traveller.page.keyboard.press('Space');
    expect(await input.isChecked()).toBe(true);
  }
}

/** Letter by letter, in whatever script. */
export const write = ({ page }: Traveller, field: string, text: string): Promise<void> =>
  page.locator(`textarea[name="${field}"]`).pressSequentially(text);

/** The same over what stands there. */
export async function overwrite(traveller: Traveller, field: string, text: string): Promise<void> {
  await traveller.page.locator(`textarea[name="${field}"]`).focus();
  await traveller.page.keyboard.press('ControlOrMeta+A');
  await traveller.page.keyboard.type(text);
}

/** All that the form or check page holds, field by field, as it would be sent; the language of the page apart. */
export const heldBy = ({ page }: Traveller): Promise<readonly string[]> =>
  page
    .locator('main form')
    .last()
    .evaluate((form) =>
      [...new FormData(form as HTMLFormElement)]
        .map(([field, value]) => `${field}=${value}`)
        .filter((pair) => !/^(locale|token|step|website)=|=$/.test(pair))
        .sort(),
    );

/** The agencies that would get it, by the names on the slips. */
export const agenciesOnSlips = ({ page }: Traveller): Promise<readonly string[]> =>
  page.locator('.slip h2').allInnerTexts();

/** To the next language and back by the buttons of the form, as one who lends the phone to a friend for a moment. */
export async function changeLanguageAndBack(traveller: Traveller): Promise<void> {
  const { page, language } = traveller;
  const other = languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
  const [held, title] = [await heldBy(traveller), await page.locator('h1').innerText()];
  for (const next of [other, language]) {
    await page.locator('a[href="#languages"]').click();
    await page.getByRole('button', { name: next.autonym, exact: true }).click();
    await arrive({ ...traveller, language: next, seen: new Map() }, 'in another language');
    expect(await heldBy(traveller)).toEqual(held);
  }
  expect(await page.locator('h1').innerText()).toBe(title);
}
