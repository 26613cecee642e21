import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { securityHeaders } from '../../functions/report/headers.ts';
import { buildIfStale } from '../../src/build/build.ts';
import { sending } from '../support/ask-function.ts';
import { deadLinks, type Linking } from '../support/dead-links.ts';
import { demoSite } from '../support/demo-site.ts';
import { everyAnswer } from '../support/every-answer.ts';
import { tagsOf } from '../support/html-tags.ts';
import { faultsOfHtml } from '../support/html-validator.ts';
import { hashesIn, scriptHashesOf, styleHashesOf } from '../support/page-hashes.ts';
import { oneOfEach, staticPages } from '../support/static-pages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const secret = (): string => randomBytes(32).toString('base64');
/** Settings of a site that would mail for real, whose partnership has named nobody yet. */
const live = () => ({
  SMTP_URL: 'smtps://relay.example',
  MAIL_FROM: 'reports@signs.example',
  MASTER_KEY: secret(),
  INTAKE_SECRET: secret(),
});
const hasForm = (html: string): boolean => tagsOf(html).some(({ name }) => name === 'textarea' || name === 'form');

test('a site whose address is https asks for https from then on, and clears the cache behind a receipt', async () => {
  const site = await demoSite({ SITE_URL: 'https://signs.example' });
  const here = `http://127.0.0.1:${site.port}`;
  const receipt = everyAnswer.find(({ says }) => says === 'report:receipt.title');
  const answers = [await fetch(`${here}/en/`), await receipt?.ask(here)];
  for (const answer of answers) {
    expect(answer?.headers.get('strict-transport-security')).toBe('max-age=63072000');
    expect(answer?.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  }
  expect(answers.map((answer) => answer?.headers.get('clear-site-data'))).toEqual([null, '"cache"']);
});

describe('while no report is taken', () => {
  test('the form and what is sent to it are answered with phones, on pages like all others', async () => {
    const site = await demoSite({ ...live(), INTAKE: 'closed' });
    const page = await fetch(`${site.url}/en/tell/`);
    const answer = await sending({ signs: 'debt', where: 'the green door' })(site.url);
    expect([page.status, answer.status]).toEqual([200, 503]);
    for (const [kind, came] of [['page', page] as const, ['private', answer] as const]) {
      const html = await came.text();
      const [[styleHash = ''], [scriptHash]] = [styleHashesOf(html), scriptHashesOf(html)];
      expect(Object.fromEntries(came.headers)).toMatchObject(
        securityHeaders({ styleHash, scriptHash, https: false, kind }),
      );
      expect(await faultsOfHtml(html)).toEqual([]);
      expect(tagsOf(html).some(({ name }) => name === 'textarea')).toBe(false);
      expect(html).toContain('href="tel:');
      expect(html.includes('the green door')).toBe(kind === 'private');
    }
  });

  test('a site that was built for phones only has no form, and every page is as sound as those of the other', async () => {
    const folder = temporaryFolder();
    const [siteDir, functionDir] = [path.join(folder, 'site'), path.join(folder, 'function')];
    await buildIfStale({
      siteUrl: 'http://localhost:4321',
      intake: 'phones-only',
      demo: false,
      drafts: 'all',
      siteDir,
      functionDir,
    });
    const site = await demoSite({ ...live(), KTS_SITE_DIR: siteDir });
    const pages: Linking[] = [];
    // What differs in words alone is validated in every language where the form is open.
    const sample = oneOfEach(staticPages(siteDir)).map(({ file }) => file);
    for (const { file, url } of staticPages(siteDir)) {
      const came = await fetch(`${site.url}${url}`);
      const html = await came.text();
      pages.push({ name: file, address: url, html });
      expect(hashesIn(came.headers.get('content-security-policy') ?? '', 'style-src')).toEqual(styleHashesOf(html));
      if (sample.includes(file)) expect(await faultsOfHtml(html)).toEqual([]);
      expect(hasForm(html)).toBe(false);
      // The menu of a page that stands where the form would be leads to the same page in other languages.
      if (!url.includes('/tell/')) expect(html).not.toMatch(/href="[^"]*\/tell\//);
      expect(html).toMatch(/href="(?:tel:999|\/[a-z-]+\/now\/)"/);
    }
    expect(pages.length).toBeGreaterThan(9);
    expect(await deadLinks(site.url, pages)).toEqual([]);
  }, 180_000);
});
