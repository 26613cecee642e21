import { expect, test } from 'vitest';
import type { Claim } from '../../../functions/report/outbox/outbox.ts';
import { anEnvelope, aSealedReport, dayMs, epochDay, hour, noon } from '../a-sealed-report.ts';
import { claimed, type MakeStore, one, opened, withReports } from './outbox-under-test.ts';

const key = (day: string, fill: number) => ({
  day,
  publicKey: Buffer.alloc(32, fill),
  wrapped: Buffer.alloc(64, fill),
});

const copy = anEnvelope({ recipient: 'labour-enforcement', role: 'copy' });

/** How long keys and ids are kept. */
export function testKeysAndRetention(makeStore: MakeStore): void {
  test('intake uses the key of today, else the newest', async () => {
    const { keys } = await opened(makeStore);
    await keys.publish(key('2027-03-15', 2));
    await keys.publish(key('2027-03-16', 3));
    expect((await keys.current('2027-03-15'))?.day).toBe('2027-03-15');
    expect((await keys.current('2027-03-15'))?.publicKey).toEqual(new Uint8Array(32).fill(2));
    expect((await keys.current('2027-09-01'))?.day).toBe('2027-03-16');
  });

  test('a key published twice stays the first one', async () => {
    const { keys } = await opened(makeStore);
    await keys.publish(key('2027-03-20', 2));
    await keys.publish(key('2027-03-20', 3));
    expect((await keys.current('2027-03-20'))?.publicKey).toEqual(new Uint8Array(32).fill(2));
    expect(await keys.wrapped('2027-03-20')).toEqual(new Uint8Array(64).fill(2));
    expect(await keys.wrapped('2027-03-21')).toBeUndefined();
  });

  test('the key of a day is destroyed once no envelope needs it, and not before', async () => {
    const { outbox, keys } = await withReports(makeStore, aSealedReport(), aSealedReport());
    const [first, second] = await outbox.claim(noon, 2);
    await outbox.done(first as Claim, noon);
    expect(await keys.shredBefore('2027-03-16', noon)).toBe(0);
    expect(await keys.wrapped(epochDay)).toBeDefined();
    await outbox.done(second as Claim, noon);
    expect(await keys.shredBefore(epochDay, noon)).toBe(0);
    expect(await keys.shredBefore('2027-03-16', noon)).toBe(1);
    expect(await keys.wrapped(epochDay)).toBeUndefined();
    expect(await keys.current(epochDay)).toBeUndefined();
  });

  test('a dead letter keeps the key of its day', async () => {
    const { outbox, keys } = await withReports(makeStore, aSealedReport());
    await outbox.dead(one(await claimed(outbox), 'police'), noon);
    expect(await keys.shredBefore('2028-01-01', noon)).toBe(0);
  });

  test('a report sealed to a key that is gone, or never was, is refused', async () => {
    const { outbox, keys } = await opened(makeStore);
    await keys.shredBefore('2027-03-16', noon);
    expect(await outbox.accept(aSealedReport())).toBe('refused');
    expect(await outbox.accept(aSealedReport({ envelopes: [anEnvelope({ epoch: '1999-01-01' })] }))).toBe('refused');
  });

  test('an id is known for three days after its last envelope, and then forgotten', async () => {
    const report = aSealedReport();
    const { outbox } = await withReports(makeStore, report);
    await outbox.done(one(await claimed(outbox), 'police'), noon);
    await outbox.tidy(noon + 71 * hour);
    expect(await outbox.accept(report)).toBe('duplicate');
    await outbox.tidy(noon + 74 * hour);
    expect(await outbox.accept(report)).toBe('stored');
  });

  test('what was delivered may be called opened, and nothing else of it changes', async () => {
    const report = aSealedReport({ envelopes: [anEnvelope(), copy] });
    const { outbox } = await withReports(makeStore, report);
    await outbox.done(one(await claimed(outbox), 'police'), noon);
    expect(await outbox.opened(report.id, 'police', noon)).toBe(true);
    expect(await outbox.opened(report.id, copy.recipient, noon)).toBe(false);
    expect(await outbox.opened('another', 'police', noon)).toBe(false);
    expect(await outbox.stats(noon)).toMatchObject({ leased: 1, deliveredToday: 1 });
  });

  test('the id of a report that still waits, or that died, is not forgotten', async () => {
    const [waiting, buried] = [aSealedReport({ envelopes: [anEnvelope(), copy] }), aSealedReport()];
    const { outbox } = await withReports(makeStore, waiting, buried);
    for (const claim of await outbox.claim(noon, 10)) {
      if (claim.id === buried.id) await outbox.dead(claim, noon);
      else if (claim.role === 'copy') await outbox.retry(claim, noon + dayMs, false);
      else await outbox.done(claim, noon);
    }
    await outbox.tidy(noon + 365 * dayMs);
    expect(await outbox.accept(waiting)).toBe('duplicate');
    expect(await outbox.accept(buried)).toBe('duplicate');
  });
}
