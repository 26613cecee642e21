import { describe, expect, test } from 'vitest';
import { median, ownWords, readingAge, sentencesOf, syllablesOf } from '../../support/reading-age.ts';
import { english, words } from './english.ts';
import { everyPage } from './every-page.ts';
import { textOf } from './read-html.ts';

/** Form, answers, danger, receipt: what someone afraid reads (service.md, M19). */
const highest = 4;

const names = [
  ...english.model.agencies.map(({ id }) => words(`agencies:${id}.name`)),
  ...english.model.areas.flatMap(({ id, towns }) => [words(`areas:${id}.name`), ...towns]),
  'Home Office',
];

/** The sentences of a page that are ours: not names, not numbers, not what was typed. */
const running = (html: string): string =>
  ownWords(textOf(html.replace(/<dd class="typed">[\s\S]*?<\/dd>/g, '')), names);

describe('the reading age of what we say', () => {
  test.each(everyPage)('of %s is nine or less by both formulas', (_name, html) => {
    const text = running(html);
    const { words: count, fleschKincaid, colemanLiau } = readingAge(text);
    expect(count).toBeGreaterThan(20);
    expect(fleschKincaid).toBeLessThanOrEqual(highest);
    expect(colemanLiau).toBeLessThanOrEqual(highest);
    expect(median(sentencesOf(text).map((sentence) => readingAge(sentence).fleschKincaid))).toBeLessThanOrEqual(
      highest,
    );
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

  test('leaves names, numbers, marks and single labels out of the count', () => {
    const text = '## Who can help\n- <Agency id="police" /> of **Leicester** can come: <Phone id="police" />.\nYes';
    expect(ownWords(text, ['Leicester'])).toBe('Who can help.\nof  can come');
  });

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
