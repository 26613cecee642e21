import { describe, expect, test } from 'vitest';
import languages from '#content/model/languages.yaml';
import { acceptedLanguage } from '../../../functions/report/contract/accepted-language.ts';

const served = languages.filter(({ id }) => ['en', 'gu', 'pl', 'ur'].includes(id));

describe('the language a browser asks for', () => {
  test.each<[header: string | null, found: string | undefined]>([
    ['gu-IN,gu;q=0.9,en;q=0.8', 'gu'],
    ['de-DE,de;q=0.9,pl;q=0.5,en;q=0.4', 'pl'],
    ['en;q=0.5, ur-PK;q=0.9', 'ur'],
    ['en-GB', 'en'],
    ['de, fr;q=0.9', undefined],
    ['*', undefined],
    ['', undefined],
    [null, undefined],
    [';;;q=x,,', undefined],
  ])('%s is %s', (header, found) => expect(acceptedLanguage(header, served)).toBe(found));
});
