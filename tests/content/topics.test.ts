import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import words from '#content/en/topics.json';
import concerns from '#content/model/concerns.yaml';
import topics from '#content/model/topics.yaml';
import type { Topic } from '../../functions/report/contract/model.ts';
import type { topicSchema } from '../../src/schemas/topic.ts';

interface TopicWords {
  readonly title: string;
  readonly what: string;
  readonly weak?: Readonly<Record<string, { readonly text: string; readonly also: string }>>;
}

const said: Readonly<Record<string, TopicWords>> = words;
const ids: readonly string[] = topics.map(({ id }) => id);

/** The forms of the research (A2), and the page of a concern or a topic that tells of each. */
const pageOfForm: Readonly<Record<string, string>> = {
  'forced labour': 'labour',
  'debt bondage': 'debt-bondage',
  'domestic servitude': 'domestic',
  'sexual exploitation': 'sexual',
  'criminal exploitation': 'criminal',
  'county lines': 'county-lines',
  cuckooing: 'cuckooing',
  'cannabis cultivation': 'cannabis',
  'child exploitation': 'child-exploitation',
  'child sexual exploitation': 'child-sexual-exploitation',
  'organ removal': 'organ',
  'financial or benefit exploitation': 'money',
  'forced marriage': 'marriage',
  'forced begging': 'begging',
  'forced surrogacy': 'surrogacy',
};

test.each(Object.entries(pageOfForm))('%s has a page, %s', (_form, page) => {
  expect([...concerns.map(({ id }) => String(id)), ...ids]).toContain(page);
});

test('the topics that people look for by name are all there', () => {
  const asked = ['county-lines', 'child-exploitation', 'cuckooing', 'debt-bondage', 'begging', 'cannabis', 'fake-job'];
  expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
});

test('a topic and its weak signs have their words in the order of the model, and no words are left over', () => {
  expect(Object.keys(said)).toEqual(ids);
  for (const { id, weak } of topics) {
    expect(Object.keys(said[id]?.weak ?? {})).toEqual(weak.map((sign) => sign.id));
  }
});

test.each(ids)('%s is told in three or four short sentences', (id) => {
  const sentences = said[id]?.what.split(/(?<=\.)\s+/) ?? [];
  expect([3, 4]).toContain(sentences.length);
  for (const sentence of sentences) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(18);
});

test('every weak sign says why it may have other reasons', () => {
  const weak = Object.values(said).flatMap((topic) => Object.values(topic.weak ?? {}));
  expect(weak.length).toBeGreaterThan(20);
  expect(weak.filter(({ text, also }) => !/^\p{Lu}.*\.$/u.test(text) || !/^\p{Lu}.*\.$/u.test(also))).toEqual([]);
});

/** M29 of the review: what must never be a box. */
test('every sign that the review found weak is reading matter', () => {
  const weak = topics.flatMap((topic) => topic.weak.map(({ id }) => id));
  expect(weak).toEqual(
    expect.arrayContaining([
      ...['avoids-eye-contact', 'few-words', 'quiet-or-uneasy', 'very-cheap-cash-only', 'no-staff-cars'],
      ...['many-adults-one-address', 'wrong-clothes', 'sham-marriage', 'young-person-with-older-adult'],
    ]),
  );
});

test('a topic has the shape of the contract, whatever passes the schema', () => {
  expectTypeOf<z.output<typeof topicSchema>>().toExtend<Topic>();
  expectTypeOf<keyof z.output<typeof topicSchema>>().toEqualTypeOf<keyof Topic>();
});
