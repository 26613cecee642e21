import { describe, expect, test } from 'vitest';
import { firstDoors, helpDoors, moreDoors, youngDoors } from '../../src/doors.ts';
import { entryIds } from '../../src/i18n/entry-ids.ts';
import { readSiteState } from '../../src/site-state.ts';

describe('what a build shows', () => {
  test.each<
    [about: string, given: { environment: Record<string, string>; intake: 'open' | 'phones-only' }, shown: string]
  >([
    ['the partnership’s word counts where nothing is set', { environment: {}, intake: 'open' }, 'open'],
    [
      'whoever starts the site can leave the form out',
      { environment: { KTS_INTAKE: 'phones-only' }, intake: 'open' },
      'phones-only',
    ],
    [
      'a partnership that says phones-only has no form, whatever is set',
      { environment: { KTS_INTAKE: 'open' }, intake: 'phones-only' },
      'phones-only',
    ],
  ])('%s', (_about, { environment, intake }, shown) => {
    expect(readSiteState(environment, { intake }).intake).toBe(shown);
  });

  test('a misspelt state stops the build with the words that may stand there', () => {
    expect(() => readSiteState({ KTS_INTAKE: 'opened' }, { intake: 'open' })).toThrow('"open" or "phones-only"');
  });

  test('only KTS_DEMO=1 makes a demonstration', () => {
    const demo = (value: string) => readSiteState({ KTS_DEMO: value }, { intake: 'open' }).demo;
    expect([demo('1'), demo('0'), demo('')]).toEqual([true, false, false]);
  });
});

describe('pages where there is no form', () => {
  test('no door leads to a form, and the first door is 999 in either state', () => {
    const strips = [firstDoors, moreDoors, helpDoors, youngDoors];
    const toForm = (intake: 'open' | 'phones-only') =>
      strips.flatMap((doors) => doors[intake]).filter(({ page }) => page.startsWith('form'));
    expect(toForm('open').map(({ page }) => page)).toEqual(['form', 'form-affected', 'form-under-18']);
    expect(toForm('phones-only')).toEqual([]);
    expect([firstDoors.open[0]?.page, firstDoors['phones-only'][0]?.page]).toEqual(['emergency', 'emergency']);
  });

  test('text that speaks of no form counts more than the reader’s language', () => {
    expect(entryIds('who', 'gu', 'phones-only')).toEqual(['gu/who-phones', 'en/who-phones', 'gu/who', 'en/who']);
  });

  test('with a form a page falls back to English only', () => {
    expect([entryIds('who', 'gu', 'open'), entryIds('who', 'en', 'open')]).toEqual([['gu/who', 'en/who'], ['en/who']]);
  });
});
