import { describe, expect, test } from 'vitest';
import languages from '#content/model/languages.yaml';

const ids = languages.map(({ id }) => id);

describe('the languages', () => {
  test('are English and the twenty-four of the research, tier by tier', () => {
    const tier = (number: number) => languages.filter((language) => language.tier === number).map(({ id }) => id);
    expect(tier(0)).toEqual(['en']);
    expect(tier(1)).toEqual(['gu', 'pl', 'pa', 'ro', 'ur', 'bn', 'pt', 'ar', 'hi', 'so']);
    expect(tier(2)).toEqual(['sq', 'vi', 'ti', 'zh-hans', 'ta', 'ml', 'ckb']);
    expect(tier(3)).toEqual(['bg', 'sk', 'tr', 'fa', 'lt', 'ps', 'uk']);
    expect(ids).toHaveLength(25);
  });

  test('that are written from right to left are these five and no other', () => {
    expect(languages.filter(({ dir }) => dir === 'rtl').map(({ id }) => id)).toEqual(['ur', 'ar', 'ckb', 'fa', 'ps']);
  });

  test('have each a name of their own in themselves and in English', () => {
    expect(new Set(languages.map(({ autonym }) => autonym)).size).toBe(languages.length);
    expect(new Set(languages.map(({ name }) => name)).size).toBe(languages.length);
  });
});

describe.each(languages)('$name', ({ id, tag, dir, plurals }) => {
  test('has its tag in small letters as its id', () => {
    expect(id).toBe(tag === 'en-GB' ? 'en' : tag.toLowerCase());
  });

  test('is known to this machine under its own tag, so that none falls back to another language', () => {
    expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag]);
  });

  test('has exactly the plural forms of its rules', () => {
    expect([...plurals].sort()).toEqual([...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort());
  });

  test('is written the way its script goes', () => {
    const rtlScripts = new Set(['Arab', 'Hebr']);
    expect(dir).toBe(rtlScripts.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr');
  });
});
