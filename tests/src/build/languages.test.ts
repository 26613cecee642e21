import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordReview } from '../../../src/i18n/level-review.ts';
import { readWritten } from '../../../src/i18n/read-written.ts';
import { unitsOf } from '../../../src/i18n/units.ts';
import { runBuild } from '../../support/another-partnership.ts';
import { tagsOf } from '../../support/html-tags.ts';

/** Settings of a site that would mail for real. */
const live = {
  SMTP_URL: 'smtps://relay.example',
  MAIL_FROM: 'reports@signs.example',
  SITE_URL: 'https://signs.example',
};

/** A language of which only the first page and a few words are there; the words are made up. */
const beginning = {
  'content/ro/ui.json': JSON.stringify({ onlyEnglish: 'xx numai', draft: 'xx ciorna', language: 'xx limba' }),
  'content/ro/pages/home.md':
    '---\ntitle: Know the Signs\nh1: xx acasa\ndescription: xx\norder: 1\nsources: [DMU-2019]\n---\n\nxx text.\n',
};

/** Everything of one language as if a person had reviewed it. */
function reviewed(): string {
  const source = unitsOf(readWritten('content/en'));
  const translated = unitsOf(readWritten('content/pl'));
  const named = [...source.keys()];
  const reader = { by: 'A. Reader', on: '2027-01-02' };
  return JSON.stringify(recordReview({ source, translated, review: {}, named }, reader));
}

describe('a site of a partnership that runs for real', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kts-test-'));
  let said = '';
  const page = (file: string) => readFileSync(path.join(folder, 'dist', file), 'utf8');
  const find = (html: string, name: string, [key, value]: readonly [string, string]) =>
    tagsOf(html).find((tag) => tag.name === name && tag.attributes.get(key) === value)?.attributes;

  beforeAll(() => {
    const instead = { ...beginning, 'content/pl/review.yaml': reviewed() };
    said = runBuild({ folder, env: { ...live, DRAFT_LANGUAGES: 'ro' }, instead });
    return () => rmSync(folder, { recursive: true, force: true });
  });

  test('leaves out a language whose safety words nobody reviewed, and says which and what to set', () => {
    expect(existsSync(path.join(folder, 'dist/gu'))).toBe(false);
    expect(existsSync(path.join(folder, 'dist/ur'))).toBe(false);
    expect(said).toMatch(/Gujarati \(gu\) is left out: no person has reviewed \d+ .* DRAFT_LANGUAGES/);
    expect(said).not.toMatch(/Polish \(pl\) is left out/);
  });

  test('shows a language that a person has reviewed whole, without a word of drafts, to search engines too', () => {
    const html = page('pl/who/index.html');
    expect(find(html, 'meta', ['name', 'robots'])).toBeUndefined();
    expect(find(html, 'link', ['rel', 'canonical'])?.get('href')).toBe('https://signs.example/pl/who/');
    expect(find(html, 'link', ['hreflang', 'pl'])?.get('href')).toBe('https://signs.example/pl/who/');
    expect(find(html, 'link', ['hreflang', 'en-GB'])?.get('href')).toBe('https://signs.example/en/who/');
    expect(find(html, 'link', ['hreflang', 'x-default'])?.get('href')).toBe('https://signs.example/');
    expect(html).not.toContain('Draft translation');
    expect(find(page('en/who/index.html'), 'link', ['hreflang', 'pl'])?.get('href')).toBe(
      'https://signs.example/pl/who/',
    );
  });

  test('shows a named draft, which says so in its language and in English and is kept from search engines', () => {
    const html = page('ro/index.html');
    expect(html).toContain('xx ciorna');
    expect(html).toContain('Draft translation');
    expect(find(html, 'meta', ['name', 'robots'])?.get('content')).toBe('noindex');
    expect(find(page('en/index.html'), 'link', ['hreflang', 'ro'])).toBeUndefined();
  });

  test('shows English, marked as English, where a page has no translation yet, and says so in the language', () => {
    const html = page('ro/who/index.html');
    expect(
      tagsOf(html)
        .find(({ name }) => name === 'html')
        ?.attributes.get('lang'),
    ).toBe('ro');
    expect(html).toContain('xx numai');
    expect(find(html, 'div', ['lang', 'en-GB'])?.get('dir')).toBe('ltr');
    expect(find(html, 'h1', ['lang', 'en-GB'])?.get('dir')).toBe('ltr');
    expect(find(html, 'meta', ['name', 'robots'])?.get('content')).toBe('noindex');
    expect(find(html, 'link', ['rel', 'canonical'])?.get('href')).toBe('https://signs.example/en/who/');
  });
});
