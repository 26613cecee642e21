import { describe, expect, test } from 'vitest';
import type { Language } from '#contract/model.ts';
import { localeOf, servedLanguages } from '../../src/i18n/served-languages.ts';

const language = (id: string): Language => ({
  id,
  tag: id,
  autonym: id,
  name: id,
  dir: 'ltr',
  plurals: ['other'],
  tier: 1,
});
const known = ['en', 'gu', 'pl'].map(language);

describe('languages that are served', () => {
  test('a language waits until its folder exists, and the order is that of languages.yaml', () => {
    expect(servedLanguages(known, ['pl', 'en']).map(({ id }) => id)).toEqual(['en', 'pl']);
  });

  test('a folder that is no language stops the build and says what to do', () => {
    expect(() => servedLanguages(known, ['en', 'xx'])).toThrow('add "xx" to languages.yaml');
  });

  test('without the source language nothing is built', () => {
    expect(() => servedLanguages(known, ['gu'])).toThrow('content/en');
  });

  test('an address outside every language is in the source language', () => {
    expect([localeOf({ locale: 'gu' }), localeOf({})]).toEqual(['gu', 'en']);
  });
});
