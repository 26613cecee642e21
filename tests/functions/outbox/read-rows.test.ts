import { describe, expect, test } from 'vitest';
import { readClaim, readDeadLetter } from '../../../functions/report/outbox/read-rows.ts';

const row = {
  ...{ id: 'a', recipient: 'police', role: 'primary', rank: 0, epoch: '2027-03-14', sealed: Buffer.from('box') },
  ...{ attempts: 1, ambiguous: 0, accepted_at: 5, day: '2027-03-14' },
};

describe('a row of a store', () => {
  test('is read as what the schema promises', () => {
    expect(readClaim(row)).toMatchObject({ id: 'a', role: 'primary', attempt: 1, ambiguous: false });
    expect(readDeadLetter(row)).toEqual({ id: 'a', recipient: 'police', role: 'primary', day: '2027-03-14' });
  });

  test.each<[column: string, value: unknown, why: string]>([
    ['id', 7, 'Column "id" of the store does not hold text'],
    ['rank', '0', 'Column "rank" of the store does not hold a number'],
    ['sealed', 'words', 'Column "sealed" of the store does not hold bytes'],
    ['role', 'friend', 'The store has an envelope with role "friend"'],
  ])('whose %s was changed by hand is refused with one sentence', (column, value, why) => {
    expect(() => readClaim({ ...row, [column]: value })).toThrow(`${why}: restore a backup.`);
  });
});
