import { describe, expect, test } from 'vitest';
import {
  type LanguageState,
  languageStates,
  sayLanguages,
  sayLeftOut,
  sayRealSite,
  shownLanguages,
  unknownDrafts,
} from '../../../src/build/language-states.ts';

const language = (id: string, over: Partial<LanguageState> = {}): LanguageState => ({
  id,
  name: id.toUpperCase(),
  units: [{ unit: 'signs:debt', state: over.safe ? 'reviewed' : 'draft', safety: true }],
  safe: false,
  reviewed: false,
  ...over,
});
const states = [language('gu'), language('pl', { safe: true, reviewed: true }), language('ur')];

describe('the languages of a site', () => {
  test.each<[drafts: readonly string[] | 'all', shown: readonly string[]]>([
    [[], ['en', 'pl']],
    [['gu'], ['en', 'gu', 'pl']],
    ['all', ['en', 'gu', 'pl', 'ur']],
  ])('with the drafts %s', (drafts, shown) => {
    expect(shownLanguages(states, drafts).shown).toEqual(shown);
    expect(shownLanguages(states, drafts).reviewed).toEqual(['pl']);
  });

  test('that are left out are named, with what to set', () => {
    const said = sayLeftOut(shownLanguages(states, ['ur']).leftOut);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^GU \(gu\) is left out: no person has reviewed 1 .*DRAFT_LANGUAGES\.$/);
  });

  test('are listed with whether they are shown', () => {
    const said = sayLanguages(states, ['gu']).map((line) => line.slice(0, line.indexOf('.')));
    expect(said).toEqual(['GU (gu): shown as a draft', 'PL (pl): shown', 'UR (ur): left out']);
  });

  test('are counted by how far their words are', () => {
    const units = (['reviewed', 'draft', 'stale', 'stale', 'missing'] as const).map((state, at) => ({
      unit: `signs:${at}`,
      state,
      safety: true,
    }));
    const [said] = sayLanguages([language('gu', { units })], []);
    expect(said).toContain('1 of 5 groups of words reviewed by a person, 1 drafts, 2 behind the English, 1 missing.');
  });

  test('a demo, which shows them all, says what a real site would leave out', () => {
    expect(sayRealSite(states, 'all').join()).toMatch(/leave out gu, ur: .*DRAFT_LANGUAGES=gu,ur /);
    expect(sayRealSite(states, [])).toEqual([]);
    expect(sayRealSite([language('pl', { safe: true })], 'all')).toEqual([]);
  });

  test('a draft that is not there is found', () => {
    expect(unknownDrafts(states, ['gu', 'xx', 'en'])).toEqual(['xx']);
    expect(unknownDrafts(states, 'all')).toEqual([]);
  });
});

describe('the translations of this project', () => {
  test('are level with the English in every safety word', () => {
    const found = languageStates();
    expect(found.length).toBeGreaterThan(2);
    const behind = found.flatMap(({ id, units }) =>
      units
        .filter(({ safety, state }) => safety && ['missing', 'stale'].includes(state))
        .map(({ unit, state }) => `${id} ${unit}: ${state}`),
    );
    expect(behind).toEqual([]);
  });
});
