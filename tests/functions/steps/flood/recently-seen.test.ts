import { expect, test } from 'vitest';
import { RecentlySeen } from '../../../../functions/report/steps/flood/recently-seen.ts';

const now = Date.UTC(2027, 2, 14);

test('after ten thousand others the oldest is forgotten, and the rest is not', () => {
  const seen = new RecentlySeen();
  for (let each = 0; each <= 10_000; each += 1) seen.before(`digest ${each}`, { id: `${each}`, now });
  expect(seen.before('digest 1', { id: 'another', now })).toBe(true);
  expect(seen.before('digest 0', { id: 'another', now })).toBe(false);
});
