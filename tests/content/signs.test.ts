import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import concerns from '#content/model/concerns.yaml';
import places from '#content/model/places.yaml';
import signs from '#content/model/signs.yaml';
import topics from '#content/model/topics.yaml';
import { controlSigns } from '../../functions/report/contract/answers.ts';
import { brokenReferences } from '../../src/schemas/references.ts';
import { placeIds, researchRows, sourceKeys } from '../support/content/research.ts';

type SignWords = Readonly<Record<string, { text: string; also: string; me?: string; young?: string }>>;
const read = (name: string) => JSON.parse(readFileSync(`content/en/${name}.json`, 'utf8'));
const words: SignWords = read('signs');
const topicWords: Readonly<Record<string, { weak?: Record<string, { text: string; also: string }> }>> = read('topics');
const weak = topics.flatMap((topic) => topic.weak.map((sign) => ({ ...sign, topic: topic.id })));
const everyText = [
  ...Object.values(words).flatMap((one) => [one.text, one.also, one.me ?? '', one.young ?? '']),
  ...[read('concerns'), read('places'), topicWords].flatMap((file) => stringsIn(file)),
];

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

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
    const { text, also, me, young } = words[id] ?? { text: '', also: '' };
    for (const said of [text, me ?? text, young ?? text]) expect(said.split(/\s+/).length).toBeLessThanOrEqual(12);
    expect(text).toMatch(/^\p{Lu}.*\.$/u);
    expect(also).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('has its words, and no words are left over', () => {
    expect(Object.keys(words).sort()).toEqual(signs.map(({ id }) => id).sort());
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

  test('names only places, concerns and signs that exist', () => {
    expect(brokenReferences({ signs, concerns, places, topics })).toEqual([]);
  });

  test('never has all places', () => {
    expect(signs.filter((sign) => sign.places.length >= places.length).map(({ id }) => id)).toEqual([]);
  });

  test('that a topic lists as weak is no box on the form', () => {
    expect(weak.filter(({ id }) => signs.some((sign) => sign.id === id))).toEqual([]);
  });
});

const textOf = (id: string): string => words[id]?.text ?? '';

/** Shared words over the words of the shorter one. */
function likeness(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? [])) as [
    Set<string>,
    Set<string>,
  ];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.min(first.size, second.size);
}

describe('the form', () => {
  test('has the five control signs of the contract, and five core signs, which are the local ones', () => {
    expect(signs.filter(({ kind }) => kind === 'control').map(({ id }) => id)).toEqual([...controlSigns]);
    const core = signs.filter(({ kind }) => kind === 'core');
    expect(core).toHaveLength(5);
    expect(signs.filter(({ local }) => local).map(({ id }) => id)).toEqual(core.map(({ id }) => id));
  });

  test.each(places)('has between one and ten signs for $id, so never more than twenty', ({ id }) => {
    const own = signs.filter((sign) => sign.kind === 'place' && sign.places.includes(id));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThanOrEqual(10);
  });

  test('has "I" words for control and core signs, and "I or my friend" words for six', () => {
    const need = signs.filter(({ kind }) => kind !== 'place').map(({ id }) => id);
    expect(need.filter((id) => !words[id]?.me)).toEqual([]);
    const young = signs.filter((sign) => sign.young).map(({ id }) => id);
    expect(young).toHaveLength(6);
    expect(young.filter((id) => !words[id]?.young)).toEqual([]);
  });

  test('has an urgent sign for being locked in, a hurt child, a journey or wedding soon, and a weapon', () => {
    const urgent = signs.filter((sign) => sign.urgent).map(({ id }) => id);
    expect(urgent).toEqual(
      expect.arrayContaining(['cannot-leave', 'child-hurt', 'wedding-or-trip-soon', 'weapon-to-control']),
    );
  });

  test('has every place and concern of the contract', () => {
    expect(places.map(({ id }) => id)).toEqual(placeIds);
    expect(Object.keys(read('places'))).toEqual(placeIds);
    expect(Object.keys(read('concerns'))).toEqual(concerns.map(({ id }) => id));
  });

  test('has words for every topic and for everything weak in it', () => {
    expect(Object.keys(topicWords)).toEqual(topics.map(({ id }) => id));
    expect(weak.filter(({ topic, id }) => !topicWords[topic]?.weak?.[id]?.also)).toEqual([]);
  });
});

describe('fairness', () => {
  const unfair =
    /\b(nationalit|ethnic|race|skin|accent|religio|muslim|hindu|sikh|christian|asian|african|european|romanian|polish|indian|albanian|vietnamese|chinese|foreign|immigra|migrant|visa|passport|asylum|status|illegal|rescue|traffick|suspicious|raid|slave|victim|invalid|required|minor)/i;

  test('no sign, place, concern or topic names a nation, a faith, an accent or a status, or uses a word that blames', () => {
    expect(everyText.filter((text) => unfair.test(text))).toEqual([]);
  });
});
