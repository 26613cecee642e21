import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { siteAndBrowser } from '../support/site-and-browser.ts';
import { opener } from '../support/with-script.ts';
import { words } from '../support/words-of.ts';

const here = siteAndBrowser();
const open = opener(here);

describe('a language is offered', () => {
  const offered = (page: Page) =>
    page.locator('.suggest:visible').evaluateAll((all) => all.map((one) => one.getAttribute('lang')));

  test.each<[browserAsks: string, address: string, lang: string[]]>([
    ['gu-IN', '/', ['gu']],
    ['gu-IN', '/en/', ['gu']],
    ['gu-IN', '/gu/', []],
    ['en-GB', '/', []],
    ['en-GB', '/gu/', ['en-GB']],
    ['sw-KE', '/en/', []],
    ['gu-IN', '/en/signs/', []],
  ])('to a browser that asks for %s on %s', async (locale, address, lang) => {
    const { page, requests, complaints } = await open(address, { locale });
    expect(await offered(page)).toEqual(lang);
    expect(page.url()).toBe(`${here.site.url}${address}`);
    expect([...requests, ...complaints]).toEqual([]);
    const kept = await page.evaluate(async () => [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    expect(kept).toEqual(['', 0, 0, 0, 0]);
  });

  test('and only where a script can know it', async () => {
    const { page } = await open('/en/', { locale: 'gu-IN', javaScriptEnabled: false });
    expect(await offered(page)).toEqual([]);
  });
});

describe('passing a page on', () => {
  const button = (page: Page, key: string) => page.getByRole('button', { name: words(key) });
  const without = () => {
    for (const name of ['share', 'clipboard']) Reflect.deleteProperty(Navigator.prototype, name);
  };

  test.each([
    ['off', { javaScriptEnabled: false }, undefined],
    ['on, and a browser that can do neither', {}, without],
  ])('is not offered with JavaScript %s', async (_about, options, before) => {
    const { page } = await open('/en/signs/', options, before);
    expect(await page.locator('[data-can]').count()).toBe(2);
    expect(await page.locator('[data-can]:visible').count()).toBe(0);
  });

  test('copies the address and nothing behind it, and says so', async () => {
    const { page, complaints } = await open('/en/signs/?from=x#y', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await button(page, 'script:copy').click();
    await page.getByRole('status').getByText(words('script:copied')).waitFor();
    // Our own policy forbids reading what was copied, so it is pasted.
    await page.goto(`${here.site.url}/en/tell/`);
    await page.locator('textarea[name="where"]').focus();
    await page.keyboard.press('Control+V');
    expect(await page.locator('textarea[name="where"]').inputValue()).toBe(`${here.site.url}/en/signs/`);
    expect(complaints).toEqual([]);
  });

  test('hands title and address to the browser’s own way of sharing', async () => {
    const { page } = await open('/en/phones/', {}, () => {
      Object.defineProperty(navigator, 'share', {
        value: async (given: ShareData) => Object.assign(window, { given }),
      });
    });
    await button(page, 'script:share').click();
    expect(await page.evaluate(() => Reflect.get(window, 'given'))).toEqual({
      title: await page.title(),
      url: `${here.site.url}/en/phones/`,
    });
  });

  test.each([
    '/',
    '/en/help/',
    '/en/young/',
    '/en/now/',
    '/en/tell/',
    '/en/tell/me/',
    '/en/tell/young/',
    '/api/answers',
  ])('is never offered on %s', async (address) => {
    const { page } = await open(address);
    expect(await page.locator('[data-can]').count()).toBe(0);
  });
});
