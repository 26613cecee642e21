import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import words from '#content/en/places.json';
import places from '#content/model/places.yaml';
import type { Place } from '../../functions/report/contract/model.ts';
import type { placeSchema } from '../../src/schemas/place.ts';
import { placeIds } from '../support/content/research.ts';

const named: Readonly<Record<string, { readonly name: string }>> = words;

test('the places are those of the design, with a name for each and no other', () => {
  expect(places.map(({ id }) => id)).toEqual(placeIds);
  expect(Object.keys(named)).toEqual(placeIds);
});

test('no two places have the same name or picture', () => {
  expect(new Set(Object.values(named).map(({ name }) => name)).size).toBe(places.length);
  expect(new Set(places.map(({ pictogram }) => pictogram)).size).toBe(places.length);
});

/** Domain B4: factories, farms, building sites and hospitals; shops, kitchens, hotels, salons, warehouses and offices. */
test('who inspects a place is said only where a source says so; of the others both are shown', () => {
  const of = (safety: Place['safety']) => places.filter((place) => place.safety === safety).map(({ id }) => id);
  expect(of('workplace-safety')).toEqual(['garment-factory', 'farm', 'food-factory', 'construction']);
  expect(of('environmental-health')).toEqual(['nail-bar', 'hotel', 'takeaway', 'shop', 'warehouse']);
  expect(of('unknown')).toHaveLength(places.length - 9);
});

test('a place has the shape of the contract, whatever passes the schema', () => {
  expectTypeOf<z.output<typeof placeSchema>>().toExtend<Place>();
  expectTypeOf<keyof z.output<typeof placeSchema>>().toEqualTypeOf<keyof Place>();
});
