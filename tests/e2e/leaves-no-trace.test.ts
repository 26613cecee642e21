import { randomInt } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import partnership from '#content/model/partnership.yaml';
import { openProfile } from '../support/browser.ts';
import { historyOf, rememberedOf, searchesOf } from '../support/browser-files.ts';
import { carelessSite } from '../support/careless-site.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { exitSite } from '../support/exit-site.ts';
import { filesHolding } from '../support/plaintext-scan.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { words } from '../support/words-of.ts';

const boxes = ['where', 'when', 'details', 'contact'] as const;
/** A word that nobody else writes, so that finding it means that what was typed lies there. */
const newCanary = (): string => `quagga${randomInt(1e9, 1e10)}`;
/** Asked for plain, since a compressed copy would hide from the search. */
const plain = { extraHTTPHeaders: { 'accept-encoding': 'identity' } };

const press = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('button', { name: words(name), exact: true })
    .first()
    .click();
const leave = async (page: Page): Promise<void> => {
  await page
    .getByRole('link', { name: words('ui:leave') })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Weather' }).waitFor();
};
/** As the button of the browser does it; what comes may be a page that was kept alive. */
const back = async (page: Page): Promise<void> => {
  const away = page.url();
  await page.evaluate(() => history.back()).catch(() => undefined);
  await expect.poll(() => page.url()).not.toBe(away);
};
/** Everything that can be read on a page, what stands in its boxes included. */
const readable = async (page: Page): Promise<string> => {
  const typed = await page
    .locator('textarea')
    .evaluateAll((all) => all.map((box) => (box as HTMLTextAreaElement).value));
  return [await page.locator('body').innerText(), ...typed].join('\n');
};

async function typeEverywhere(page: Page, canary: string): Promise<void> {
  for (const box of boxes) await page.locator(`textarea[name="${box}"]`).fill(`${canary} ${box}`);
}

/** What a page could have left behind by script; asked from outside, so also where scripts are off. */
const storage = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const nothing = { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 };

describe('on the device', () => {
  let site: DemoSite;
  beforeAll(async () => {
    site = await startDemoSite();
    return site.stop;
  });

  async function profile(javaScriptEnabled: boolean): Promise<{ folder: string; context: BrowserContext; page: Page }> {
    const folder = temporaryFolder();
    const context = await openProfile(folder, { ...(await exitSite()), ...plain, javaScriptEnabled });
    onTestFinished(() => context.close());
    return { folder, context, page: context.pages()[0] ?? (await context.newPage()) };
  }

  /** From the first page through errors, another look and a change to the receipt; answers its number. */
  async function wholeJourney(page: Page, canary: string, script: boolean): Promise<string> {
    await page.goto(`${site.url}/`);
    await page.getByRole('link', { name: 'English' }).click();
    await page
      .getByRole('link', { name: words('ui:doors.form.title') })
      .first()
      .click();
    await typeEverywhere(page, canary);
    await page.locator('textarea[name="when"]').fill(`${canary} ${'x'.repeat(200)}`);
    await page.locator('input[name="place"][value="garment-factory"]').check();
    // A script brings the signs of the place itself, and takes the button away.
    if (script) await page.getByRole('button', { name: words('report:button.place') }).waitFor({ state: 'detached' });
    else await press(page, 'report:button.place');
    expect(await readable(page)).toContain(canary);
    await press(page, 'report:button.check');
    await page.getByText(words('report:errors.title')).waitFor();
    await typeEverywhere(page, canary);
    await page.locator('input[name="signs"][value="debt"]').check();
    await press(page, 'report:button.check');
    await page.getByRole('heading', { name: words('report:check.title') }).waitFor();
    await press(page, 'report:button.change');
    await press(page, 'report:button.check');
    expect(await readable(page)).toContain(canary);
    await press(page, 'report:button.send');
    await page.getByRole('heading', { name: words('report:receipt.title') }).waitFor();
    expect(await storage(page)).toEqual(nothing);
    await page.locator('summary').click();
    return (await page.locator('.receipt-number').innerText()).trim();
  }

  test.each([
    ['off', false],
    ['on', true],
  ])(
    'with JavaScript %s, a whole journey leaves neutral lines in the history and nothing else',
    async (...[, script]) => {
      const { folder, context, page } = await profile(script);
      const encodings = new Set<string | undefined>();
      page.on('response', (response) => encodings.add(response.headers()['content-encoding']));
      const canary = newCanary();
      const receipt = await wholeJourney(page, canary, script);
      expect(receipt).toMatch(/^(\d{4} ){4}\d{4}$/);
      await leave(page);
      expect(await context.cookies()).toEqual([]);
      expect([...encodings]).toEqual([undefined]);
      await context.close();
      for (const text of [canary, receipt, receipt.replaceAll(' ', ''), receipt.replaceAll(' ', '+')]) {
        expect(filesHolding(folder, text)).toEqual([]);
      }
      const ours = historyOf(folder).map(({ url, title }) => ({ url: url.replace(site.url, ''), title }));
      const information = 'Information – Know the Signs';
      expect(ours).toEqual([
        { url: '/', title: information },
        { url: '/en/', title: 'Know the Signs' },
        { url: '/en/tell/', title: information },
        ...(script ? [] : [{ url: '/api/answers#q-signs', title: information }]),
        // Left by a script, the page that was left takes the name of the one that took its place.
        { url: '/api/answers', title: script ? 'Weather' : information },
        { url: 'https://www.bbc.co.uk/weather', title: 'Weather' },
      ]);
      expect([...rememberedOf(folder), ...searchesOf(folder)]).toEqual([]);
    },
  );

  test.each([
    ['off', false],
    ['on', true],
  ])('with JavaScript %s, what was typed and never sent is gone after Leave page', async (...[, script]) => {
    const { folder, context, page } = await profile(script);
    const canary = newCanary();
    await page.goto(`${site.url}/en/`);
    await page.goto(`${site.url}/en/tell/`);
    await typeEverywhere(page, canary);
    expect(await readable(page)).toContain(canary);
    await leave(page);
    await back(page);
    // Without a script the form is still there to go back to, and empty.
    expect(page.url()).toBe(`${site.url}${script ? '/en/' : '/en/tell/'}`);
    if (!script) await page.locator('textarea').first().waitFor();
    expect(await readable(page)).not.toContain(canary);
    await context.close();
    expect(filesHolding(folder, canary)).toEqual([]);
  });

  test.each([
    ['check page', 'report:button.check', 'report:check.title'],
    ['receipt', 'report:button.send', 'report:receipt.title'],
  ])('Back after Leave page does not show the %s', async (...[, last, title]) => {
    const { page } = await profile(false);
    const canary = newCanary();
    await page.goto(`${site.url}/en/tell/`);
    await typeEverywhere(page, canary);
    await press(page, 'report:button.check');
    if (last !== 'report:button.check') await press(page, last);
    await page.getByRole('heading', { name: words(title) }).waitFor();
    await leave(page);
    await back(page);
    expect(await readable(page)).not.toContain(canary);
    expect(await readable(page)).not.toContain(words(title));
  });
});

describe('the same search finds what a careless page leaves behind', () => {
  test('in its cache, its history, its memory of forms, the files for its tabs, and behind Back', async () => {
    const folder = temporaryFolder();
    const context = await openProfile(folder, { ...(await exitSite()), ...plain });
    onTestFinished(() => context.close());
    const page = context.pages()[0] ?? (await context.newPage());
    const [kept, sent, left] = [newCanary(), newCanary(), newCanary()];
    await page.goto(await carelessSite(partnership.exit));
    await page.locator('input').first().fill(kept);
    await page.getByRole('button', { name: 'get' }).click();
    await page.getByText(kept).waitFor();
    await page.locator('textarea').last().fill(sent);
    await page.getByRole('button', { name: 'post' }).click();
    await expect.poll(() => page.url()).not.toContain(kept);
    await page.goto(new URL('/', page.url()).href);
    await page.locator('textarea').first().fill(left);
    await leave(page);
    await back(page);
    await expect.poll(() => readable(page)).toContain(left);
    await context.close();
    const files = filesHolding(folder, kept).join();
    for (const part of ['Cache_Data', 'History', 'Web Data']) expect(files).toContain(part);
    expect(filesHolding(folder, sent).join()).toContain('Sessions');
    expect(rememberedOf(folder)).toEqual([{ name: 'town', value: kept }]);
  });
});
