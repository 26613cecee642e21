import { expect, test } from 'vitest';
import { leaseMs } from '../../../functions/report/outbox/schedule.ts';
import { anEnvelope, aSealedReport, epochDay, noon } from '../a-sealed-report.ts';
import { claimed, type MakeStore, withReports } from './outbox-under-test.ts';

/** What is given out, when and to whom. */
export function testClaims(makeStore: MakeStore): void {
  test('a claim holds what intake handed over', async () => {
    const report = aSealedReport({ envelopes: [anEnvelope({ sealed: Buffer.from([0, 255, 1]) })] });
    const { outbox } = await withReports(makeStore, report);
    const { police } = await claimed(outbox);
    expect({ ...police, sealed: [...(police?.sealed ?? [])] }).toEqual({
      id: report.id,
      recipient: 'police',
      role: 'primary',
      rank: 0,
      epoch: epochDay,
      sealed: [0, 255, 1],
      attempt: 1,
      ambiguous: false,
      acceptedAt: noon,
    });
  });

  test('an envelope is not given out before it is due', async () => {
    const late = aSealedReport({ envelopes: [anEnvelope({ dueAt: noon + 1 })] });
    const { outbox } = await withReports(makeStore, late);
    expect(await outbox.claim(noon, 10)).toEqual([]);
    expect(await outbox.claim(noon + 1, 10)).toHaveLength(1);
  });

  test('an envelope in one hand is given to no other while its lease lasts', async () => {
    const { outbox } = await withReports(makeStore, aSealedReport());
    expect(await outbox.claim(noon, 10)).toHaveLength(1);
    expect(await outbox.claim(noon + leaseMs - 1, 10)).toEqual([]);
  });

  test('a lapsed lease is given out as a second attempt that may have arrived', async () => {
    const { outbox } = await withReports(makeStore, aSealedReport());
    await outbox.claim(noon, 10);
    const [again] = await outbox.claim(noon + leaseMs, 10);
    expect(again).toMatchObject({ attempt: 2, ambiguous: true });
  });

  test('no more is given out than was asked for, longest waiting first', async () => {
    const reports = [3, 1, 2].map((place) =>
      aSealedReport({ rule: `r${place}`, envelopes: [anEnvelope({ dueAt: noon + place })] }),
    );
    const { outbox } = await withReports(makeStore, ...reports);
    const first = await outbox.claim(noon + 10, 2);
    expect(first.map(({ id }) => id)).toEqual([reports[1]?.id, reports[2]?.id]);
    expect(await outbox.claim(noon + 10, 0)).toEqual([]);
    expect((await outbox.claim(noon + 10, 2)).map(({ id }) => id)).toEqual([reports[0]?.id]);
  });

  test('couriers that claim at once get each envelope once', async () => {
    const { outbox } = await withReports(makeStore, ...Array.from({ length: 20 }, () => aSealedReport()));
    const hands = await Promise.all(Array.from({ length: 8 }, () => outbox.claim(noon, 5)));
    const ids = hands.flat().map(({ id }) => id);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });
}
