import { describe, expect, test } from 'vitest';
import { tokenBuckets } from '../../../../functions/report/steps/flood/token-buckets.ts';

const minute = 60_000;
const noon = Date.UTC(2027, 2, 15, 12);
const taken = (answers: readonly boolean[]): number => answers.filter(Boolean).length;
const many = (count: number, take: () => boolean) => taken(Array.from({ length: count }, take));

describe('a neighbourhood', () => {
  test('gets five at once, then one a minute, and five at once again after a pause', () => {
    const take = tokenBuckets();
    expect(many(20, () => take(7, noon))).toBe(5);
    expect(many(20, () => take(7, noon + minute - 1))).toBe(0);
    expect(many(20, () => take(7, noon + minute))).toBe(1);
    expect(many(20, () => take(7, noon + 3 * minute))).toBe(2);
    expect(many(20, () => take(7, noon + 60 * minute))).toBe(5);
  });

  test('that is over its pace takes nothing from others', () => {
    const take = tokenBuckets();
    expect(many(10_000, () => take(7, noon))).toBe(5);
    expect(many(5, () => take(8, noon))).toBe(5);
    expect(many(100, () => take(undefined, noon))).toBe(50);
  });

  test('is full again when the clock was put back, and never shut for longer', () => {
    const take = tokenBuckets();
    many(20, () => take(7, noon));
    expect(many(20, () => take(7, noon - 24 * 60 * minute))).toBe(5);
  });
});

describe('everyone together', () => {
  test('gets sixty at once, then sixty a minute', () => {
    const take = tokenBuckets();
    let bucket = 0;
    expect(many(500, () => take(bucket++, noon))).toBe(60);
    expect(many(500, () => take(bucket++, noon + minute))).toBe(60);
    expect(many(500, () => take(bucket++, noon + 1.5 * minute))).toBe(30);
  });

  test('is all that counts where no neighbourhood is known', () => {
    const take = tokenBuckets();
    expect(many(500, () => take(undefined, noon))).toBe(60);
  });

  test('a report that everyone together has no room for costs its neighbourhood nothing', () => {
    const take = tokenBuckets();
    many(60, () => take(undefined, noon));
    expect(many(5, () => take(7, noon))).toBe(0);
    expect(many(20, () => take(7, noon + minute))).toBe(5);
  });
});
