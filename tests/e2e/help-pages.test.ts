import { describe, expect, test } from 'vitest';
import { pagePath } from '../../functions/report/contract/paths.ts';
import { openBrowser, openPhone } from '../support/browser.ts';
import { demoSite } from '../support/demo-site.ts';
import { languages } from '../support/words-of.ts';

const translated = languages.filter(({ id }) => id !== 'en');

describe.each(['help', 'young'] as const)('the page %s', (name) => {
  test.each(languages)(
    'shows a number in $name before anything else to press, and the form after all numbers',
    async ({ id }) => {
      const site = await demoSite();
      const page = await (await openPhone(await openBrowser())).newPage();
      await page.goto(`${site.url}${pagePath(id, name)}`);
      const hrefs = await page
        .locator('main a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      const kinds = hrefs.map((href) => (/^tel:/.test(href) ? 'phone' : /\/tell\//.test(href) ? 'form' : 'page'));
      expect(hrefs[0]).toBe('tel:999');
      expect(kinds.lastIndexOf('phone')).toBeLessThan(kinds.indexOf('form'));
      const order = await page
        .locator('main h2, main .phones')
        .evaluateAll((found) => found.map(({ tagName }) => tagName));
      expect(order[0]).toBe('UL');
    },
  );
});

test.each(translated)(
  '$name has the English words to say beside its own name, on the pages of danger and of help',
  async ({ id, name, autonym }) => {
    const site = await demoSite();
    const page = await (await openPhone(await openBrowser())).newPage();
    for (const address of [pagePath('en', 'emergency'), pagePath(id, 'emergency'), pagePath(id, 'help')]) {
      await page.goto(`${site.url}${address}`);
      const row = page.locator('main li', { hasText: autonym });
      expect(await row.locator('b[lang="en-GB"]').innerText()).toBe(`“Help. ${name}.”`);
    }
  },
);

test.each(languages)('what to do when someone has just told me prints on one sheet in $name', async ({ id }) => {
  const site = await demoSite();
  const page = await (await openPhone(await openBrowser())).newPage();
  await page.goto(`${site.url}${pagePath(id, 'told')}`);
  const margin = '1cm';
  const sheet = await page.pdf({ format: 'A4', margin: { top: margin, bottom: margin, left: margin, right: margin } });
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
