import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { model } from '../../functions/report/model.ts';
import { median, ownWords, readingAge } from '../support/reading-age.ts';
import { namespaces, words } from '../support/words-of.ts';

/**
 * Grades of service.md, M19. `help`: what someone afraid reads. `public`: at most 6, and 5 in the median.
 * `professional`: people at work.
 */
const highest = { help: 4, public: 6, professional: 10 };
const highestMedian = 5;
type Kind = keyof typeof highest;

interface PageWords {
  readonly page: string;
  readonly kind: Kind;
  readonly text: string;
}

const folder = 'content/en/pages';
const kinds: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(
    ['now', 'help', 'help-more', 'young', 'youth', 'youth-phones', 'told', 'me', 'tell'].map((name) => [name, 'help']),
  ),
  professionals: 'professional',
};

/** The page on which a key at the top of ui.json stands; any other key stands on many pages, and counts as `help`. */
const uiOfPage: Readonly<Record<string, string>> = {
  home: 'home',
  doors: 'home',
  footer: 'home',
  signs: 'signs',
  now: 'now',
  needs: 'phones',
  who: 'who',
  controller: 'private',
  professionals: 'professionals',
  help: 'help',
  young: 'youth',
  told: 'told',
  work: 'work',
};

const ofProfessionals = new Set(
  model.agencies.filter((agency) => agency.audience === 'professional').map(({ id }) => id),
);

/** Every string of ours below a key, one a line. */
const stringsIn = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.values(value).map(stringsIn).join('\n') : String(value);

const agenciesFor = (kind: Kind): string =>
  Object.entries(namespaces['agencies'] ?? {})
    .filter(([id]) => ofProfessionals.has(id) === (kind === 'professional'))
    .map(([, value]) => stringsIn(value))
    .join('\n');

const ui = Object.entries(namespaces['ui'] ?? {});
const uiFor = (page: string | undefined): string =>
  stringsIn(ui.filter(([key]) => uiOfPage[key] === page).map(([, value]) => value));

const prose = readdirSync(folder).map((file): PageWords => {
  const page = file.replace(/\.mdx?$/, '');
  const [, head = '', body = ''] = readFileSync(`${folder}/${file}`, 'utf8').split(/^---$/m);
  const heading = /^h1: (.*)$/m.exec(head)?.[1] ?? '';
  return { page, kind: kinds[page] ?? 'public', text: [heading, body, uiFor(page)].join('\n') };
});

const pages: readonly PageWords[] = [
  ...prose,
  { page: 'words of many pages', kind: 'help', text: uiFor(undefined) },
  { page: 'every sign', kind: 'public', text: stringsIn(namespaces['signs']) },
  { page: 'every topic', kind: 'public', text: stringsIn(namespaces['topics']) },
  { page: 'every place and concern', kind: 'public', text: stringsIn([namespaces['places'], namespaces['concerns']]) },
  { page: 'every agency', kind: 'public', text: agenciesFor('public') },
  { page: 'every agency of professionals', kind: 'professional', text: agenciesFor('professional') },
];

/** Names are not ours to shorten. */
const names = [
  ...model.agencies.map(({ id }) => words(`agencies:${id}.name`)),
  ...model.areas.flatMap(({ id, towns }) => [words(`areas:${id}.name`), ...towns]),
  'Home Office',
  'National Referral Mechanism',
];

const graded = pages
  .map(({ page, kind, text }) => ({ page, kind, ...readingAge(ownWords(text, names)) }))
  .filter(({ words: count }) => count >= 20);
const formulas = ['fleschKincaid', 'colemanLiau'] as const;

describe('the reading age of our pages and their words', () => {
  test.each(graded)('of $page is low enough for a $kind page by both formulas', (grades) => {
    for (const formula of formulas) expect(grades[formula], formula).toBeLessThanOrEqual(highest[grades.kind]);
  });

  test.each(formulas)('of public pages has a median of five or less by %s', (formula) => {
    const grades = graded.filter(({ kind }) => kind === 'public').map((page) => page[formula]);
    expect(median(grades)).toBeLessThanOrEqual(highestMedian);
  });

  test('is asked of every page there is', () => {
    const measured = graded.map(({ page }) => page);
    expect(prose.map(({ page }) => page).filter((page) => !measured.includes(page))).toEqual([]);
    expect(Object.keys(kinds).filter((page) => !measured.includes(page))).toEqual([]);
  });
});
