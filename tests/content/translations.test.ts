import { beforeAll, describe, expect, test } from 'vitest';
import { ownShare } from '../support/translations/letters.ts';
import { lintGuide } from '../support/translations/lint-guide.ts';
import { renamedAgencies, renamedConcerns, unsaidWords } from '../support/translations/lint-names.ts';
import { lintPages } from '../support/translations/lint-pages.ts';
import { lintStrings, unusualLengths } from '../support/translations/lint-strings.ts';
import { tellingTitles } from '../support/translations/lint-titles.ts';
import { readLanguage, strayFiles, textsOf } from '../support/translations/read-language.ts';
import { translations } from '../support/words-of.ts';

const english = readLanguage({ id: 'en' });
const leastOwnLetters = 0.85;

test('more than English is there to be looked at', () => expect(translations.length).toBeGreaterThan(2));

test('English itself tells nothing in the titles that a phone’s history keeps', () => {
  expect(tellingTitles('en', english.strings, english.pages)).toEqual([]);
});

describe.each(translations)('$name', (language) => {
  const own = readLanguage(language);
  const input = { language, english: english.strings, translated: own.strings };

  // A speaker may look at these; nothing is wrong with them for certain.
  beforeAll(() => {
    const found = unusualLengths(input);
    if (found.length > 0) console.warn(`${language.name}, to be looked at:\n- ${found.join('\n- ')}`);
  });

  test('has every file of the English but the mail, and no other', () => {
    expect(strayFiles(english.files, own.files)).toEqual([]);
  });

  test('says every string of the English, with its own plural forms, the same marks and its own letters', () => {
    expect(lintStrings(input)).toEqual([]);
  });

  test('has every page, with the same headings, lists, names and numbers, and the same facts behind it', () => {
    expect(lintPages(language, english.pages, own.pages)).toEqual([]);
  });

  test.each([...textsOf(own)])('writes %s in its own script', (_file, text) => {
    expect(ownShare(text, language)).toBeGreaterThanOrEqual(leastOwnLetters);
  });

  test('keeps every agency’s own name, so that a reader knows it again', () => {
    expect(renamedAgencies(input)).toEqual([]);
  });

  test('names each concern on its page as on the form', () => expect(renamedConcerns(input)).toEqual([]));

  test('shows the very English words that someone in danger has to say', () => {
    expect(unsaidWords(own, language)).toEqual([]);
  });

  test('tells nothing in the titles that a phone’s history keeps', () => {
    expect(tellingTitles(language.id, own.strings, own.pages)).toEqual([]);
  });

  test('has a guide of terms for whoever translates next, which says that these are drafts', () => {
    expect(lintGuide(own.guide)).toEqual([]);
  });
});
