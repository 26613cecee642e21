import { expect, test } from 'vitest';
import { leaseMs } from '../../../functions/report/outbox/schedule.ts';
import { aSealedReport, aThen, dayMs, hour, minute, noon } from '../a-sealed-report.ts';
import { claimed, type MakeStore, one, withReports } from './outbox-under-test.ts';

/** What done, retry and dead do, and what the counts say. */
export function testEnds(makeStore: MakeStore): void {
  test('a courier whose lease ran out can change nothing', async () => {
    const { outbox } = await withReports(makeStore, aSealedReport());
    const slow = one(await claimed(outbox), 'police');
    const quick = one(await claimed(outbox, noon + leaseMs), 'police');
    expect(await outbox.done(slow, noon)).toBe(false);
    expect(await outbox.retry(slow, noon, true)).toBe(false);
    expect(await outbox.dead(slow, noon)).toBe(false);
    expect(await outbox.done(quick, noon)).toBe(true);
    expect(await outbox.done(quick, noon)).toBe(false);
  });

  test('what was delivered is never given out again', async () => {
    const { outbox } = await withReports(makeStore, aSealedReport());
    await outbox.done(one(await claimed(outbox), 'police'), noon);
    expect(await outbox.claim(noon + 365 * dayMs, 10)).toEqual([]);
    expect(await outbox.stats(noon)).toEqual({ due: 0, leased: 0, dead: 0, deliveredToday: 1, oldestDueMs: 0 });
    expect((await outbox.stats(noon + dayMs)).deliveredToday).toBe(0);
  });

  test('a retry comes at its time, and once a possible duplicate stays one', async () => {
    const { outbox } = await withReports(makeStore, aSealedReport());
    await outbox.retry(one(await claimed(outbox), 'police'), noon + minute, true);
    expect(await outbox.claim(noon + minute - 1, 10)).toEqual([]);
    await outbox.retry(one(await claimed(outbox, noon + minute), 'police'), noon + 3 * minute, false);
    expect(await outbox.claim(noon + 3 * minute, 10)).toMatchObject([{ attempt: 3, ambiguous: true }]);
  });

  test('what a mail server refused for a while is not a possible duplicate', async () => {
    const { outbox } = await withReports(makeStore, aSealedReport());
    await outbox.retry(one(await claimed(outbox), 'police'), noon + minute, false);
    expect(await outbox.claim(noon + minute, 10)).toMatchObject([{ attempt: 2, ambiguous: false }]);
  });

  test('a dead letter is kept and counted, and not given out by itself', async () => {
    const { outbox } = await withReports(makeStore, aSealedReport());
    await outbox.dead(one(await claimed(outbox), 'police'), noon);
    await outbox.tidy(noon + 365 * dayMs);
    expect(await outbox.claim(noon + 365 * dayMs, 10)).toEqual([]);
    expect(await outbox.stats(noon + 365 * dayMs)).toMatchObject({ due: 0, leased: 0, dead: 1, oldestDueMs: 0 });
  });

  test('the counts say how long the oldest has waited since its first time, however often it was tried', async () => {
    const { outbox } = await withReports(makeStore, aSealedReport(), aSealedReport());
    await outbox.retry(one(await claimed(outbox), 'police'), noon + 2 * hour, false);
    expect(await outbox.stats(noon + hour)).toEqual({
      due: 1,
      leased: 1,
      dead: 0,
      deliveredToday: 0,
      oldestDueMs: hour,
    });
  });

  test('a second contact whose time has not come is not late', async () => {
    const { outbox } = await withReports(makeStore, aSealedReport({ envelopes: [aThen('helpline', 1)] }));
    expect(await outbox.stats(noon + 10 * minute)).toMatchObject({ due: 1, oldestDueMs: 0 });
    expect(await outbox.stats(noon + 40 * minute)).toMatchObject({ due: 1, oldestDueMs: 10 * minute });
  });
}
