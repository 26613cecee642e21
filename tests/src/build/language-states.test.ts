import { describe, expect, test } from 'vitest';
import {
  type LanguageState,
  languageStates,
  sayLanguages,
  sayLeftOut,
  shownLanguages,
  unknownDrafts,
} from '../../../src/build/language-states.ts';
import { run } from '../../../src/build/translations.ts';

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

  test('a draft that is not there is found', () => {
    expect(unknownDrafts(states, ['gu', 'xx'])).toEqual(['xx']);
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

  test('the command refuses a language that is not there', async () => {
    expect(await run(['level', 'xx'])).toBe(1);
    expect(await run([])).toBe(0);
  });
});
