import { describe, expect, test } from 'vitest';
import { leaseMs } from '../../functions/report/outbox/schedule.ts';
import type { Store } from '../../functions/report/outbox/store.ts';
import { aSealedReport, dayMs, minute, noon } from '../support/a-sealed-report.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { storesUnderTest } from '../support/faults/stores-under-test.ts';

/** A store in which this many reports wait. */
async function holding({ outbox }: Store, count: number) {
  const reports = Array.from({ length: count }, () => aSealedReport());
  for (const report of reports) expect(await outbox.accept(report)).toBe('stored');
  return outbox;
}

describe.each(await storesUnderTest())('$adapter', ({ adapter, open }) => {
  test('F11: a courier that outlives its lease can write nothing down, whatever the end of its attempt', async () => {
    const outbox = await holding(await open(), 3);
    const late = await outbox.claim(noon, 10);
    expect(await outbox.claim(noon + leaseMs, 10)).toHaveLength(3);
    for (const claim of late) {
      expect(await outbox.done(claim, noon + leaseMs)).toBe(false);
      expect(await outbox.retry(claim, noon, true)).toBe(false);
      expect(await outbox.dead(claim, noon + leaseMs)).toBe(false);
    }
    expect(await outbox.stats(noon + leaseMs)).toMatchObject({ due: 0, leased: 3, dead: 0, deliveredToday: 0 });
    recordFault({
      row: 'F11',
      adapter,
      injected: 'end written after the lease ran out',
      times: 9,
      result: 'changes nothing',
    });
  });

  test('F12: when the clock jumps a day back, nothing is sent early or twice, and nothing that waits is lost', async () => {
    const outbox = await holding(await open(), 10);
    for (const claim of await outbox.claim(noon, 10)) await outbox.retry(claim, noon + minute, false);
    expect(await outbox.claim(noon - dayMs, 20)).toEqual([]);
    await outbox.accept(aSealedReport({ acceptedAt: noon - dayMs }));
    const again = await outbox.claim(noon + minute, 20);
    expect(again.filter(({ attempt }) => attempt === 2)).toHaveLength(10);
    expect(again.filter(({ ambiguous }) => ambiguous)).toEqual([]);
    for (const claim of again) expect(await outbox.done(claim, noon + minute)).toBe(true);
    recordFault({
      row: 'F12',
      adapter,
      injected: 'clock a day back',
      times: 1,
      result: 'no lost retry, nothing twice',
    });
  });

  test('F12: when the clock jumps a day forward, no more goes out at once than there are hands, and each once', async () => {
    const outbox = await holding(await open(), 10);
    for (const claim of await outbox.claim(noon, 10)) await outbox.retry(claim, noon + minute, false);
    const ids = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const hands = await outbox.claim(noon + dayMs, 4);
      expect(hands.length).toBeLessThanOrEqual(4);
      for (const claim of hands) {
        ids.add(claim.id);
        expect(await outbox.done(claim, noon + dayMs)).toBe(true);
      }
    }
    expect(ids.size).toBe(10);
    expect(await outbox.claim(noon + dayMs, 4)).toEqual([]);
    recordFault({ row: 'F12', adapter, injected: 'clock a day forward', times: 1, result: 'no burst, each once' });
  });

  test('F13: a report whose answer was lost is known when it comes again, and goes out once', async () => {
    const { outbox } = await open();
    const report = aSealedReport();
    void (await outbox.accept(report)); // the answer is lost here
    expect(await outbox.accept(report)).toBe('duplicate');
    expect(await outbox.claim(noon, 10)).toHaveLength(1);
    recordFault({
      row: 'F13',
      adapter,
      injected: 'answer lost after the commit',
      times: 1,
      result: 'duplicate, one delivery',
    });
  });

  test('F14: the same report sixteen times at once is one report', async () => {
    const { outbox } = await open();
    const report = aSealedReport();
    const answers = await Promise.all(Array.from({ length: 16 }, () => outbox.accept(report)));
    expect(answers.filter((answer) => answer === 'stored')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength(15);
    expect(await outbox.claim(noon, 20)).toHaveLength(1);
    recordFault({
      row: 'F14',
      adapter,
      injected: 'the same report sixteen times at once',
      times: 1,
      result: 'one row',
    });
  });
});
