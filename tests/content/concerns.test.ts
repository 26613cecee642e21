import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import words from '#content/en/concerns.json';
import report from '#content/en/report.json';
import concerns from '#content/model/concerns.yaml';
import signs from '#content/model/signs.yaml';
import { choices } from '../../functions/report/contract/answers.ts';
import type { Concern } from '../../functions/report/contract/model.ts';
import type { concernSchema } from '../../src/schemas/concern.ts';

const ids = concerns.map(({ id }) => id);

test('the concerns are those of the contract, in its order, with words for each and no other', () => {
  expect(ids).toEqual([...choices.concern]);
  expect(Object.keys(words)).toEqual(ids);
});

test.each(ids)('%s has the name that stands on the form, a title, and three short sentences', (id) => {
  const { name, title, what } = words[id];
  expect(name).toBe(report.choice.concern[id]);
  expect(title).toMatch(/^\p{Lu}/u);
  const sentences = what.split(/(?<=\.)\s+/);
  expect(sentences).toHaveLength(3);
  for (const sentence of sentences) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(18);
});

test.each(ids.filter((id) => id !== 'unsure'))('%s has a sign that may point to it', (id) => {
  expect(signs.filter((sign) => sign.concerns.includes(id))).not.toEqual([]);
});

test.each(['organ', 'marriage'] as const)('%s says whom to call when a trip is soon', (id) => {
  expect(words[id].what).toContain('<phone:emergency>');
});

test('each has a picture of its own', () => {
  expect(new Set(concerns.map(({ pictogram }) => pictogram)).size).toBe(concerns.length);
});

test('a concern has the shape of the contract, whatever passes the schema', () => {
  expectTypeOf<z.output<typeof concernSchema>>().toExtend<Concern>();
  expectTypeOf<keyof z.output<typeof concernSchema>>().toEqualTypeOf<keyof Concern>();
});
