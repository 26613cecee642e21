import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import partnership from '#content/model/partnership.yaml';
import { openProfile } from '../support/browser.ts';
import { exitSite } from '../support/exit-site.ts';
import { siteAndBrowser } from '../support/site-and-browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { box, opener, press } from '../support/with-script.ts';
import { words } from '../support/words-of.ts';

const here = siteAndBrowser();
const open = opener(here);

describe('quick exit', () => {
  /** A profile, since only there does a browser keep pages alive for Back. */
  async function leavable(): Promise<Page> {
    const context = await openProfile(temporaryFolder(), { ...(await exitSite()), javaScriptEnabled: true });
    onTestFinished(() => context.close());
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${here.site.url}/en/`);
    await page
      .getByRole('link', { name: words('ui:doors.form.title') })
      .first()
      .click();
    await page.locator('textarea[name="where"]').fill('the green door');
    return page;
  }
  const away = (page: Page) => page.getByRole('heading', { name: 'Weather' }).waitFor();
  const back = async (page: Page) => {
    await page.evaluate(() => history.back()).catch(() => undefined);
    await expect.poll(() => page.url()).not.toBe(partnership.exit);
  };
  const link = (page: Page) => page.getByRole('link', { name: words('ui:leave') }).first();
  const shift = async (page: Page) => {
    for (const key of ['Shift', 'Shift', 'Shift']) await page.keyboard.press(key);
  };

  test.each<[way: string, leave: (page: Page) => Promise<void>]>([
    ['a click on Leave page', (page) => link(page).click()],
    ['the Enter key on Leave page', (page) => link(page).press('Enter')],
    ['Shift three times, from anywhere', shift],
    [
      'Shift three times while writing',
      async (page) =>
        page
          .locator('textarea')
          .first()
          .focus()
          .then(() => shift(page)),
    ],
  ])('%s takes the place of the form in the history', async (_way, leave) => {
    const page = await leavable();
    const entries = await page.evaluate(() => history.length);
    await leave(page);
    await away(page);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await back(page);
    expect(page.url()).toBe(`${here.site.url}/en/`);
  });

  test('behind the check page there is nothing of what was written either', async () => {
    const page = await leavable();
    await press(page, 'report:button.check');
    await page.getByRole('heading', { name: words('report:check.title') }).waitFor();
    await shift(page);
    await away(page);
    await back(page);
    const typed = await page
      .locator('textarea')
      .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    expect([await page.locator('body').innerText(), ...typed].join()).not.toContain('the green door');
  });

  test('the page is blank and its boxes are gone at once, before the other page has come', async () => {
    const { page: signs } = await open('/en/signs/');
    const left = await link(signs).evaluate((leave) => {
      (leave as HTMLElement).click();
      return [document.body.textContent, document.title];
    });
    expect(left).toEqual(['', words('report:title')]);
    const { page: form } = await open('/en/tell/');
    await form.locator('textarea[name="where"]').fill('the green door');
    const body = await form.evaluate(() => {
      for (const type of ['keydown', 'keyup', 'keydown', 'keyup', 'keydown', 'keyup']) {
        document.body.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true }));
      }
      return document.body.outerHTML;
    });
    expect(body).toBe('<body data-fresh="/en/tell/"></body>');
  });

  test('capitals, shortcuts and a click with Shift held take nobody away', async () => {
    const { page } = await open('/en/tell/');
    const where = page.locator('textarea[name="where"]');
    await where.focus();
    for (const key of ['Shift', 'Shift', 'Shift+A', 'Shift+B', 'Shift+C', 'Shift', 'Shift+Tab'])
      await page.keyboard.press(key);
    for (let clicks = 0; clicks < 3; clicks += 1) await page.locator('h1').click({ modifiers: ['Shift'] });
    expect(page.url()).toBe(`${here.site.url}/en/tell/`);
    expect(await where.inputValue()).toBe('ABC');
  });

  test('a page with answers that a browser kept alive is not shown again', async () => {
    const { page } = await open('/en/tell/');
    const comeBack = () =>
      page
        .evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
        .catch(() => undefined);
    await page.locator('textarea[name="where"]').fill('the green door');
    await comeBack();
    await expect.poll(() => page.locator('textarea[name="where"]').inputValue()).toBe('');
    await box(page, 'signs', 'debt').check();
    await press(page, 'report:button.check');
    await page.getByRole('heading', { name: words('report:check.title') }).waitFor();
    await comeBack();
    await page.waitForURL(`${here.site.url}/en/`);
  });

  test('the keys are explained where there are keys and a script, and nowhere else', async () => {
    const hint = (page: Page) => page.getByText(words('report:privacy.leaveKeys')).isVisible();
    expect(await hint((await open('/en/tell/')).page)).toBe(true);
    expect(await hint((await open('/en/tell/', { javaScriptEnabled: false })).page)).toBe(false);
    expect(await hint((await open('/en/tell/', { isMobile: true, hasTouch: true })).page)).toBe(false);
  });
});
