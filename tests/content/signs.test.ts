import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import words from '#content/en/signs.json';
import concerns from '#content/model/concerns.yaml';
import places from '#content/model/places.yaml';
import signs from '#content/model/signs.yaml';
import topics from '#content/model/topics.yaml';
import { controlSigns } from '../../functions/report/contract/answers.ts';
import type { Sign } from '../../functions/report/contract/model.ts';
import { brokenReferences } from '../../src/schemas/references.ts';
import type { signSchema } from '../../src/schemas/sign.ts';
import { researchRows, sourceKeys } from '../support/content/research.ts';

interface SignWords {
  readonly text: string;
  readonly also: string;
  readonly me?: string;
  readonly young?: string;
}

const said: Readonly<Record<string, SignWords>> = words;
const weak = topics.flatMap((topic) => topic.weak);
const textOf = (id: string): string => said[id]?.text ?? '';
const idsOf = (list: readonly Sign[]) => list.map(({ id }) => id);

describe('the research', () => {
  test.each(researchRows)('row %s is served by a fair sign or by reading matter', (row) => {
    const served = [...signs, ...weak].filter(({ serves }) => serves.includes(row));
    expect(served.map(({ id }) => id)).not.toEqual([]);
  });

  test('nothing claims to serve a row that is not there', () => {
    const claimed = [...signs, ...weak].flatMap(({ serves }) => serves);
    expect(claimed.filter((row) => !researchRows.includes(row))).toEqual([]);
  });

  test('every source is one of the research', () => {
    const named = [...signs, ...weak, ...concerns, ...places, ...topics].flatMap(({ source }) => source);
    expect(named.filter((key) => !sourceKeys.has(key))).toEqual([]);
  });

  test('how much of it is served is printed', () => {
    const fair = researchRows.filter((row) => signs.some(({ serves }) => serves.includes(row))).length;
    console.log(
      `${signs.length} signs and ${weak.length} things to read; ${fair} of ${researchRows.length} rows have a sign`,
    );
    expect(signs.length).toBeGreaterThanOrEqual(60);
    expect(fair).toBeGreaterThanOrEqual(researchRows.length - 2);
  });
});

describe('a sign', () => {
  test.each(signs)('$id has words of at most a dozen, and says what else it might be', ({ id }) => {
    const { text, also, me, young } = said[id] ?? { text: '', also: '' };
    for (const wording of [text, me ?? text, young ?? text]) {
      expect(wording.split(/\s+/).length).toBeLessThanOrEqual(12);
      expect(wording).toMatch(/^\p{Lu}.*\.$/u);
    }
    expect(also).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('has its words, and no words are left over', () => {
    expect(Object.keys(said)).toEqual(idsOf(signs));
  });

  test('has a picture of its own', () => {
    expect(new Set(signs.map(({ pictogram }) => pictogram)).size).toBe(signs.length);
  });

  test('shares less than three quarters of its words with any other', () => {
    const alike = signs.flatMap((one, index) =>
      signs
        .slice(index + 1)
        .filter((other) => likeness(textOf(one.id), textOf(other.id)) >= 0.75)
        .map((other) => `${one.id} ${other.id}`),
    );
    expect(alike).toEqual([]);
  });

  test('never has all places', () => {
    expect(idsOf(signs.filter((sign) => sign.places.length >= places.length))).toEqual([]);
  });

  test('that a topic lists as weak is no box on the form', () => {
    expect(weak.filter(({ id }) => signs.some((sign) => sign.id === id))).toEqual([]);
  });

  test('counts as a child exactly where its words say so, since a child keeps the police in', () => {
    expect(idsOf(signs.filter(({ child }) => child === true))).toEqual(
      idsOf(signs.filter(({ id }) => /\bchild(ren)?\b/i.test(textOf(id)))),
    );
  });

  test('counts as someone who needs care exactly where its words say so, since that brings in the council', () => {
    expect(idsOf(signs.filter(({ care }) => care === true))).toEqual(
      idsOf(signs.filter(({ id }) => /needs care|ill or disabled|look after go without/.test(textOf(id)))),
    );
  });

  test('has the shape of the contract, whatever passes the schema', () => {
    expectTypeOf<z.output<typeof signSchema>>().toExtend<Sign>();
    expectTypeOf<keyof z.output<typeof signSchema>>().toEqualTypeOf<keyof Sign>();
  });
});

/** Shared words over the words of the shorter one. */
function likeness(one: string, other: string): number {
  const first = wordsIn(one);
  const second = wordsIn(other);
  return [...first].filter((word) => second.has(word)).length / Math.min(first.size, second.size);
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);

describe('the form', () => {
  test('has the five control signs of the contract, and five core signs, which are the local ones', () => {
    expect(idsOf(signs.filter(({ kind }) => kind === 'control'))).toEqual([...controlSigns]);
    const core = signs.filter(({ kind }) => kind === 'core');
    expect(core).toHaveLength(5);
    expect(idsOf(signs.filter(({ local }) => local === true))).toEqual(idsOf(core));
  });

  test.each(places)('has between one and ten signs for $id, so never more than twenty', ({ id }) => {
    const own = signs.filter((sign) => sign.kind === 'place' && sign.places.includes(id));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThanOrEqual(10);
  });

  test('has "I" words for control and core signs only', () => {
    expect(Object.keys(said).filter((id) => said[id]?.me !== undefined)).toEqual(
      idsOf(signs.filter(({ kind }) => kind !== 'place')),
    );
  });

  test('has "I or my friend" words for the six signs of the form for under-18s', () => {
    const young = idsOf(signs.filter((sign) => sign.young === true));
    expect(young.toSorted()).toEqual(
      [
        'child-carries-things',
        'child-far-from-home',
        'debt',
        'documents-or-money-held',
        'gifts-with-strings',
        'threats',
      ].toSorted(),
    );
    expect(Object.keys(said).filter((id) => said[id]?.young !== undefined)).toEqual(young);
  });

  test('has an urgent sign for being locked in, a hurt child, a journey or wedding soon, and a weapon, and no other', () => {
    expect(idsOf(signs.filter((sign) => sign.urgent === true))).toEqual([
      'cannot-leave',
      'doors-locked-at-work',
      'locks-on-the-outside',
      'child-hurt',
      'weapon-to-control',
      'wedding-or-trip-soon',
    ]);
  });
});

describe('a broken reference', () => {
  const model = { signs, concerns, places, topics };
  const [sign] = signs;
  const [topic] = topics;
  if (!sign || !topic) throw new Error('Signs and topics are empty.');

  test('is nowhere in the model', () => expect(brokenReferences(model)).toEqual([]));

  test.each<[about: string, broken: Partial<typeof model>, sentence: string]>([
    [
      'of a sign to a place',
      { signs: [{ ...sign, places: ['barn'] }, ...signs.slice(1)] },
      'signs.yaml, entry "threats": no "barn" in places.yaml, so add it there or mend it here.',
    ],
    [
      'of a sign to a concern',
      { signs: [{ ...sign, concerns: ['labor'] }, ...signs.slice(1)] },
      'signs.yaml, entry "threats": no "labor" in concerns.yaml, so add it there or mend it here.',
    ],
    [
      'of a topic to a sign',
      { topics: [{ ...topic, signs: ['fog'] }] },
      'topics.yaml, entry "county-lines": no "fog" in signs.yaml, so add it there or mend it here.',
    ],
    [
      'of a weak sign to an id that is taken',
      { topics: [{ ...topic, weak: [{ id: 'threats', serves: ['A3/Fear'], source: ['GLA-SIGNS'] }] }] },
      'topics.yaml, entry "county-lines": the id "threats" is taken, so give this weak sign another.',
    ],
  ])('%s says the mend', (...[, broken, sentence]) => {
    expect(brokenReferences({ ...model, ...broken })).toEqual([sentence]);
  });
});
