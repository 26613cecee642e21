import { expect, test } from 'vitest';
import { ofCouncil } from '../../../functions/report/contract/agencies-of.ts';

const area = { socialCare: 'leicestershire', district: 'blaby' } as const;

test.each([
  ['children@area', 'children-leicestershire'],
  ['adults@area', 'adults-leicestershire'],
  ['housing@area', 'housing-blaby'],
])('%s of an area is the agency of the council that answers for it', (name, agency) => {
  expect(ofCouncil(name, area)).toBe(agency);
  expect(ofCouncil(name, {})).toBeUndefined();
});

test('a role that no council has is refused with those that one has', () => {
  expect(() => ofCouncil('parks@area', area)).toThrow(
    'No council looks after `parks@area`: in routes.yaml use one of children@area, adults@area, housing@area',
  );
});
