import { describe, expect, test } from 'vitest';
import languages from '#content/model/languages.yaml';
import { languageOf } from '../../support/translations/language-of.ts';
import { hasLookAlike, ownShare } from '../../support/translations/letters.ts';

describe('the lint of letters', () => {
  test.each<[id: string, wrong: string, right: string]>([
    ['ur', 'كيا', 'کیا'],
    ['ur', 'يہ', 'یہ'],
    ['ur', 'ه', 'ہ'],
    ['fa', 'كتاب', 'کتاب'],
    ['ps', 'كور', 'کور يم'],
    ['ckb', 'كورد', 'کورد'],
    ['ckb', 'ئه\u200c', 'ئە'],
    ['ro', 'şi', 'și'],
    ['ro', 'ţară', 'țară'],
    ['gu', 'હા।', 'હા.'],
    ['bg', 'помoщ', 'помощ'],
    ['uk', 'мови i', 'мови і'],
  ])('in %s finds %s, and not %s', (id, wrong, good) => {
    expect([wrong, good].map((text) => hasLookAlike(text, { id }))).toEqual([true, false]);
  });

  test('knows the letters of every language that may come', () => {
    for (const language of languages) expect(ownShare(language.autonym, language), language.name).toBe(1);
  });

  test('counts neither names nor English terms in brackets, and every other letter', () => {
    const gujarati = languageOf('gu');
    expect(ownShare('Leicester માં ગુલામી (modern slavery, section 47)', gujarati)).toBe(1);
    expect(ownShare('ગુલામી modern slavery', gujarati)).toBeLessThan(0.5);
    expect(ownShare('Ta strona jest po polsku', languageOf('ur'))).toBe(0);
  });
});
