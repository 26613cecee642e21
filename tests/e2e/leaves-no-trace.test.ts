import { cpSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openProfile } from '../support/browser.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { filesHolding } from '../support/plaintext-scan.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { words } from '../support/words-of.ts';

const canary = 'zebralighthouse20481';
/** Words that a history, a title or an address must not hold (service.md M16). */
const telling = /report|police|slave|exploit|abuse|helpline|victim/i;
const texts = ['where', 'when', 'details', 'contact'];

let site: DemoSite;
beforeAll(async () => {
  site = await startDemoSite();
}, 300_000);
afterAll(() => site?.stop());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** The whole way, with a mistake in it: words in every box, errors, check, receipt, and out. Answers the receipt. */
async function wholeJourney(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${site.url}/en/tell/`);
  for (const name of texts) await page.locator(`textarea[name="${name}"]`).pressSequentially(`${canary} ${name}`);
  await page.locator('textarea[name="when"]').fill(`${canary} ${'x'.repeat(250)}`);
  await press(page, words('report:button.check'));
  expect(await page.locator('main').innerText()).toContain(words('report:errors.title'));
  await page.locator('textarea[name="when"]').fill(`${canary} nights`);
  await press(page, words('report:button.check'));
  await press(page, words('report:button.send'));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(words('report:receipt.title'));
  await page.locator('details summary').last().click();
  const receipt = (await page.locator('main').textContent())?.match(/(\d{4} ){4}\d{4}/)?.[0] ?? '';
  expect(receipt).not.toBe('');
  await page.getByRole('link', { name: words('ui:leave') }).click();
  await page.waitForURL(/bbc/);
  return receipt;
}

async function profileAfterJourney(javaScriptEnabled: boolean) {
  const folder = temporaryFolder();
  const context = await openProfile(folder, { javaScriptEnabled });
  await context.route(/bbc\.co\.uk/, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }));
  const receipt = await wholeJourney(context);
  const cookies = await context.cookies();
  await context.close();
  return { folder, receipt, cookies };
}

/** Rows of a table of the profile; read from a copy, since the browser keeps its own locked. */
function rowsOf(folder: string, file: string, sql: string): Record<string, unknown>[] {
  const from = path.join(folder, 'Default', file);
  if (!existsSync(from)) return [];
  const copy = path.join(temporaryFolder(), 'copy.db');
  cpSync(from, copy);
  const database = new DatabaseSync(copy, { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

describe.each([false, true])('a whole report in a kept profile, JavaScript %s', (javaScriptEnabled) => {
  test('leaves no word, receipt, cookie, storage or form entry on the device, and only neutral names in its history', async () => {
    const { folder, receipt, cookies } = await profileAfterJourney(javaScriptEnabled);
    for (const secret of [canary, receipt, receipt.replaceAll(' ', '')])
      expect(filesHolding(folder, secret)).toEqual([]);
    expect(cookies).toEqual([]);
    expect(rowsOf(folder, 'Web Data', 'SELECT name, value FROM autofill')).toEqual([]);
    const ours = rowsOf(folder, 'History', 'SELECT url, title FROM urls').filter(({ url }) =>
      String(url).includes('localhost'),
    );
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter(({ url, title }) => telling.test(`${url} ${title}`))).toEqual([]);
  }, 120_000);
});

test('the same search finds a word that a page did let the browser keep', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('cache-control', 'max-age=3600');
    response.setHeader('content-type', 'text/html');
    response.end(`<title>kept</title><p>${canary}</p>`);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  const folder = temporaryFolder();
  const context = await openProfile(folder);
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await context.close();
  expect(filesHolding(folder, canary).length).toBeGreaterThan(0);
}, 60_000);

test('after leaving, Back shows an empty form', async () => {
  const context = await openProfile(temporaryFolder());
  onTestFinished(() => context.close());
  await context.route(/bbc\.co\.uk/, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }));
  const page = await context.newPage();
  await page.goto(`${site.url}/en/tell/`);
  await page.locator('textarea[name="details"]').pressSequentially(canary);
  await page.getByRole('link', { name: words('ui:leave') }).click();
  await page.waitForURL(/bbc/);
  await page.goBack();
  expect(await page.locator('textarea[name="details"]').inputValue()).toBe('');
}, 60_000);
