import { expect, test } from 'vitest';
import type { MoveStep } from '../../../functions/report/outbox/move-store.ts';
import { anEnvelope, aSealedReport, aThen, dayMs, epochDay, noon } from '../a-sealed-report.ts';
import { testKeysUnderMove } from './move-keys-suite.ts';
import { endedAt, fill, key, killedAt, moved, withLapsedLeases, withoutWarnings } from './moved-stores.ts';
import type { MakePlaces, PlaceUnderMove } from './place-under-move.ts';

/** What a move between any two stores does, and what is left when it ends half way. */
export function testMove(makePlaces: MakePlaces): void {
  test('everything a store keeps stands in the other as it was, and nothing is left', async () => {
    const [from, to] = await makePlaces();
    await fill(from);
    const before = await from.contents();
    expect(await moved(from, to)).toBe(before.report.length);
    expect(await to.contents()).toEqual(withLapsedLeases(before));
    expect(await from.contents()).toEqual({ epoch_key: [], report: [], outbox: [], day_count: [] });
  });

  test('the new store goes on where the old one was: what waits is sent, what died stays, ids are known', async () => {
    const [from, to] = await makePlaces();
    const { delivered, inHand } = await fill(from);
    await moved(from, to);
    const store = await to.open('opened');
    expect(await store.outbox.accept({ ...delivered, envelopes: [anEnvelope()] })).toBe('duplicate');
    expect(await store.keys.wrapped(epochDay)).toEqual(new Uint8Array(64).fill(2));
    expect(await store.outbox.stats(noon)).toMatchObject({ dead: 1, leased: 0, deliveredToday: 2 });
    const claims = await store.outbox.claim(noon, 100);
    expect(claims.find(({ id }) => id === inHand.id)).toMatchObject({ attempt: 2, ambiguous: true });
    for (const claim of claims) expect(await store.outbox.done(claim, noon)).toBe(true);
    await store.close();
  });

  const steps: readonly MoveStep[] = ['keys', 'marked', 'taken', 'removed', 'forgotten'];
  test.each(steps.flatMap((step) => (step === 'keys' ? [1] : [1, 4]).map((time) => [step, time] as const)))(
    'a move that ends after %s, time %i, and is run again loses nothing and doubles nothing',
    async (step, time) => {
      const [from, to] = await makePlaces();
      await fill(from);
      const before = await from.contents();
      await endedAt(from, to, { step, time });
      await moved(from, to);
      expect(withoutWarnings(await to.contents())).toEqual(withoutWarnings(withLapsedLeases(before)));
      expect((await from.contents()).report).toEqual([]);
    },
  );

  test.each(steps)(
    'a move whose process is killed after %s and is run again loses nothing and doubles nothing',
    async (step) => {
      const [from, to] = await makePlaces();
      await fill(from);
      const before = await from.contents();
      expect(await killedAt(from, to, { step, time: 2 })).toBe('SIGKILL');
      await moved(from, to);
      expect(withoutWarnings(await to.contents())).toEqual(withoutWarnings(withLapsedLeases(before)));
      expect((await from.contents()).report).toEqual([]);
    },
  );

  test('what the new store sent and forgot before the move is run again is not sent again', async () => {
    const [from, to] = await makePlaces();
    await takenAndNotRemoved(from, to);
    const next = await to.open();
    for (const claim of await next.outbox.claim(noon, 10)) await next.outbox.done(claim, noon);
    await next.outbox.tidy(noon + 30 * dayMs);
    expect(await moved(from, to)).toBe(1);
    expect(await next.outbox.claim(noon + 60 * dayMs, 10)).toEqual([]);
    expect((await to.contents()).report).toEqual([]);
    await next.close();
  });

  test('an envelope that both stores may send, since the old one was started again, is marked in the old one', async () => {
    const [from, to] = await makePlaces();
    await takenAndNotRemoved(from, to);
    const again = await from.open();
    expect(await again.outbox.claim(noon, 10)).toMatchObject([{ ambiguous: true }]);
    await again.close();
  });

  test('of a report that both stores took the new one keeps its own, gets what it lacks, and marks what was tried', async () => {
    const [from, to] = await makePlaces();
    const report = aSealedReport({ envelopes: [anEnvelope(), anEnvelope({ recipient: 'helpline', role: 'copy' })] });
    const [old, next] = [await from.open(), await to.open()];
    for (const { keys } of [old, next]) await keys.publish(key(epochDay, 2));
    await old.outbox.accept(report);
    await next.outbox.accept({ ...report, envelopes: [anEnvelope({ sealed: Buffer.from('its own') })] });
    for (const claim of await old.outbox.claim(noon, 10)) await old.outbox.retry(claim, noon, false);
    await old.close();
    await moved(from, to);
    const claims = await next.outbox.claim(noon, 10);
    expect(
      claims.map(({ recipient, sealed, ambiguous }) => [recipient, Buffer.from(sealed).toString(), ambiguous]).sort(),
    ).toEqual([
      ['helpline', 'sealed', false],
      ['police', 'its own', true],
    ]);
    await next.close();
  });

  test('a second contact that the new store no longer needs for a report of both does not come back', async () => {
    const [from, to] = await makePlaces();
    const report = aSealedReport({ envelopes: [anEnvelope(), aThen('helpline', 1)] });
    const [old, next] = [await from.open(), await to.open()];
    for (const { keys } of [old, next]) await keys.publish(key(epochDay, 2));
    for (const { outbox } of [old, next]) expect(await outbox.accept(report)).toBe('stored');
    for (const claim of await next.outbox.claim(noon, 10)) await next.outbox.done(claim, noon);
    await old.close();
    await moved(from, to);
    expect(await next.outbox.claim(noon + 30 * dayMs, 10)).toEqual([]);
    expect((await from.contents()).report).toEqual([]);
    await next.close();
  });

  test('reports that the new store takes during the move are all there beside those that moved', async () => {
    const [from, to] = await makePlaces();
    await fill(from);
    const { length } = (await from.contents()).report;
    const next = await to.open();
    const ids: string[] = [];
    const take = async () => {
      await next.keys.publish(key(epochDay, 2));
      for (let n = 0; n < 40; n += 1) {
        const report = aSealedReport();
        expect(await next.outbox.accept(report)).toBe('stored');
        ids.push(report.id);
      }
    };
    const [count] = await Promise.all([moved(from, to), take()]);
    expect(count).toBe(length);
    const here = (await to.contents()).report.map((row) => row['id']);
    expect(here).toEqual(expect.arrayContaining(ids));
    expect(here).toHaveLength(length + 40);
    await next.close();
  });

  testKeysUnderMove(makePlaces);
}

/** One report that stands in both, since its move ended when the new store had taken it. */
async function takenAndNotRemoved(from: PlaceUnderMove, to: PlaceUnderMove): Promise<void> {
  const store = await from.open();
  await store.keys.publish(key(epochDay, 2));
  await store.outbox.accept(aSealedReport());
  await store.close();
  await endedAt(from, to, { step: 'taken', time: 1 });
}
