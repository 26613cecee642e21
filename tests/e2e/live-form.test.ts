import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { siteAndBrowser } from '../support/site-and-browser.ts';
import { box, opener, press, tick } from '../support/with-script.ts';
import { words } from '../support/words-of.ts';

const here = siteAndBrowser();
const open = opener(here);

const card = (page: Page) => page.locator('[data-live]');
const namesOnCard = (page: Page) => card(page).locator('b').allInnerTexts();
const signsOnForm = (page: Page) =>
  page.locator('input[name="signs"]').evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));

describe('the live card', () => {
  const sent: readonly [about: string, form: string, ticks: string][] = [
    ['one sign, nothing else', 'en/tell/', 'signs=debt'],
    ['a factory in Leicester', 'en/tell/', 'signs=debt&area=leicester&place=garment-factory&concern=labour'],
    ['a child in Charnwood', 'en/tell/', 'signs=debt&area=charnwood&child=yes'],
    ['someone who needs care in Rutland', 'en/tell/', 'signs=debt&area=rutland&concern=domestic&care=yes'],
    ['999 was called', 'en/tell/', 'danger=called&signs=cannot-leave&area=blaby'],
    ['on a train, a child perhaps', 'en/tell/', 'signs=watched&area=railway&child=unsure'],
    ['only pay, but with a sign of control', 'en/tell/', 'signs=threats&area=leicester&concern=pay-only'],
    ['it happens to the reader', 'en/tell/me/', 'signs=debt&area=leicester'],
    ['the reader is under 18', 'en/tell/young/', 'signs=debt&area=melton'],
    ['a factory in Leicester, in Gujarati', 'gu/tell/', 'signs=debt&area=leicester&concern=labour'],
    ['it happens to the reader, in Polish', 'pl/tell/me/', 'signs=debt&area=rutland'],
  ];

  test.each(sent)('names those of the check page, in their order: %s', async (...[, form, ticks]) => {
    const { page, complaints } = await open(`/${form}`);
    await tick(page, ticks);
    await expect.poll(() => namesOnCard(page)).not.toEqual([]);
    const [, ...live] = await namesOnCard(page);
    expect(await page.locator('[data-card]').last().locator('b').allInnerTexts()).toEqual(await namesOnCard(page));
    await page.locator('button[value="check"]').first().click();
    await page.locator('.slip').first().waitFor();
    expect(live).toEqual(await page.locator('.slip h2').allInnerTexts());
    expect(complaints).toEqual([]);
  });

  const signposted: readonly [about: string, form: string, ticks: string][] = [
    ['outside the area', 'en/tell/', 'signs=debt&area=outside'],
    ['only about pay', 'en/tell/', 'signs=long-hours&concern=pay-only&area=leicester'],
    ['only about safety', 'en/tell/', 'signs=long-hours&concern=safety-only&area=harborough'],
  ];

  test.each(signposted)('names the phones of the page that comes: %s', async (...[, form, ticks]) => {
    const { page } = await open(`/${form}`);
    await tick(page, ticks);
    await expect.poll(() => namesOnCard(page)).toContain(words('script:live.phones'));
    const [, ...live] = await namesOnCard(page);
    const numbers = await card(page).locator('a[href^="tel:"], a[href^="sms:"]').allInnerTexts();
    await press(page, 'report:button.check');
    const list = page.locator('main > ul.phones').first();
    expect(live).toEqual(await list.locator('b').allInnerTexts());
    expect(numbers).toEqual(await list.locator('li > a:first-of-type, li > p:first-of-type > a').allInnerTexts());
  });

  test('says to call 999 first, and something else as soon as an answer changes', async () => {
    const { page, complaints } = await open('/en/tell/');
    expect(await card(page).textContent()).toBe('');
    await tick(page, 'danger=yes');
    await card(page).locator('a[href="tel:999"]').waitFor();
    await tick(page, 'danger=no&area=leicester');
    await expect.poll(() => namesOnCard(page)).toContain(words('agencies:police.name'));
    await tick(page, 'area=outside');
    await expect.poll(() => namesOnCard(page)).toContain(words('script:live.phones'));
    expect(await card(page).getAttribute('aria-live')).toBe('polite');
    expect(complaints).toEqual([]);
  });

  test('asks for the same whatever is ticked, and nothing before the first tick: no answer leaves the page', async () => {
    const asked: string[][] = [];
    for (const ticks of ['signs=debt', 'area=outside&danger=yes', 'place=farm&signs=debt&child=yes&care=yes']) {
      const { page, requests } = await open('/en/tell/');
      expect(requests).toEqual([]);
      await tick(page, ticks);
      await page.locator('textarea[name="details"]').fill('the green door');
      await expect.poll(() => card(page).textContent()).not.toBe('');
      asked.push([...requests].sort());
    }
    expect(asked[0]).toEqual([
      expect.stringMatching(/^GET \/api\/report\/recipients$/),
      expect.stringMatching(/^GET \/assets\/live-[\w-]+\.js$/),
      'GET /live/en.json',
    ]);
    expect(asked).toEqual([asked[0], asked[0], asked[0]]);
  });

  test('is brought by at most 12 kB of words and rules in each language, the same for everybody', async () => {
    const folder = path.join(here.site.siteDir, 'live');
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    expect(files).toContain('en.json');
    for (const file of files) {
      const came = await fetch(`${here.site.url}/live/${file}`);
      expect(came.headers.get('cache-control')).toBe('no-store');
      expect(brotliCompressSync(readFileSync(path.join(folder, file))).length).toBeLessThan(12_000);
    }
  });
});

describe('the signs of the place', () => {
  const factory = 'place=garment-factory';

  test('come without a page, look like those of the page, and take the button away', async () => {
    const { page: plain } = await open('/en/tell/', { javaScriptEnabled: false });
    await tick(plain, factory);
    await press(plain, 'report:button.place');
    const { page, complaints } = await open('/en/tell/');
    const before = await signsOnForm(page);
    await tick(page, factory);
    await expect.poll(() => signsOnForm(page)).not.toEqual(before);
    expect(await signsOnForm(page)).toEqual(await signsOnForm(plain));
    const rows = (one: Page) => one.locator('#q-signs label').evaluateAll((all) => all.map((row) => row.outerHTML));
    expect(await rows(page)).toEqual(await rows(plain));
    expect(await page.getByRole('button', { name: words('report:button.place') }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('leave every tick, and what was ticked for another place stays until it is taken away', async () => {
    const { page } = await open('/en/tell/');
    await tick(page, `signs=debt&${factory}`);
    await expect.poll(() => signsOnForm(page).then((all) => all.length)).toBeGreaterThan(10);
    const ofFactory = (await signsOnForm(page)).slice(10);
    const [first = '', last = ''] = [ofFactory[0], ofFactory.at(-1)];
    await tick(page, `signs=${first}&place=online`);
    await expect.poll(() => signsOnForm(page)).not.toContain(last);
    expect(await box(page, 'signs', 'debt').isChecked()).toBe(true);
    expect(await box(page, 'signs', first).isChecked()).toBe(true);
    await box(page, 'signs', first).uncheck();
    expect(await signsOnForm(page)).toContain(first);
    await tick(page, 'place=other');
    await expect.poll(() => signsOnForm(page)).not.toContain(first);
  });

  test('make the same report as without JavaScript', async () => {
    const posted: (string | null)[] = [];
    for (const javaScriptEnabled of [false, true]) {
      const { page } = await open('/en/tell/', { javaScriptEnabled });
      await tick(page, factory);
      if (!javaScriptEnabled) await press(page, 'report:button.place');
      await expect.poll(() => signsOnForm(page).then((all) => all.length)).toBeGreaterThan(10);
      const sign = (await signsOnForm(page))[10] ?? '';
      await tick(page, `signs=${sign}&signs=debt&area=leicester`);
      const sending = page.waitForRequest((request) => request.method() === 'POST');
      await press(page, 'report:button.check');
      posted.push((await sending).postData());
      await page.locator('.slip').first().waitFor();
    }
    expect(posted[0]).toContain('signs=debt');
    expect(posted[1]).toBe(posted[0]);
  });

  test('still come by the button where the file of the script does not come', async () => {
    const { page } = await open('/en/tell/');
    await page.route('**/assets/*', (route) => route.abort());
    await tick(page, factory);
    await press(page, 'report:button.place');
    expect((await signsOnForm(page)).length).toBeGreaterThan(10);
  });
});
