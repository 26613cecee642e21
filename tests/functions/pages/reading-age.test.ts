import { describe, expect, test } from 'vitest';
import { median, readingAge, sentencesOf, syllablesOf } from '../../support/reading-age.ts';
import { english, words } from './english.ts';
import { everyPage } from './every-page.ts';
import { textOf } from './read-html.ts';

const highest = 4;
const shortest = 3;

/** Names are not ours to shorten, nor what was typed: longest first, so that no name is cut by a shorter one. */
const names = [
  ...english.model.agencies.map(({ id }) => words(`agencies:${id}.name`)),
  ...english.model.areas.flatMap(({ id, towns }) => [words(`areas:${id}.name`), ...towns]),
  'Home Office',
].sort((a, b) => b.length - a.length);

/** The sentences of a page that are ours: not names, not numbers, not single labels such as "Yes". */
function running(html: string): string {
  const text = textOf(html.replace(/<dd class="typed">[\s\S]*?<\/dd>/g, ''));
  const bare = names.reduce((left, name) => left.replaceAll(name, ''), text);
  return sentencesOf(bare)
    .filter((sentence) => sentence.trim().split(/\s+/).length >= shortest)
    .join('.\n');
}

describe('the reading age of what we say', () => {
  test.each(everyPage)('of %s is nine or less', (_name, html) => {
    const ages = sentencesOf(running(html)).map((sentence) => readingAge(sentence).fleschKincaid);
    expect(median(ages)).toBeLessThanOrEqual(highest);
    expect(readingAge(running(html)).fleschKincaid).toBeLessThanOrEqual(highest);
  });

  test('is reported by both formulas', () => {
    const rows = everyPage.map(([name, html]) => ({ name, ...readingAge(running(html)) }));
    const grade = (pick: (row: (typeof rows)[number]) => number) => Math.max(...rows.map(pick)).toFixed(1);
    console.info(
      `reading grade, hardest page: Flesch–Kincaid ${grade((row) => row.fleschKincaid)}, Coleman–Liau ${grade((row) => row.colemanLiau)}`,
    );
    expect(rows.every(({ words: count }) => count > 20)).toBe(true);
  });
});

describe('the measure', () => {
  test.each<[string, number]>([
    ['cat', 1],
    ['made', 1],
    ['people', 2],
    ['table', 2],
    ['police', 2],
    ['called', 1],
    ['wanted', 2],
    ['houses', 2],
    ['makes', 1],
    ['interpreter', 4],
    ['agency', 3],
    ['the', 1],
    ['someone', 2],
    ['they', 1],
  ])('counts the syllables of "%s" as %i', (word, syllables) => expect(syllablesOf(word)).toBe(syllables));

  test('finds hard text hard and easy text easy', () => {
    expect(readingAge('The cat sat on the mat. It was fat.').fleschKincaid).toBeLessThan(1);
    expect(
      readingAge('Organisational responsibilities necessitate comprehensive safeguarding documentation.').fleschKincaid,
    ).toBeGreaterThan(15);
    expect(
      readingAge('Organisational responsibilities necessitate comprehensive safeguarding documentation.').colemanLiau,
    ).toBeGreaterThan(15);
  });
});
