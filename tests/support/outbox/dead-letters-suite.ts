import { expect, test } from 'vitest';
import type { DeadLetters } from '../../../functions/report/outbox/dead-letters.ts';
import type { SealedReport } from '../../../functions/report/outbox/outbox.ts';
import { anEnvelope, aSealedReport, aThen, dayMs, epochDay, hour, noon } from '../a-sealed-report.ts';
import { claimed, dueAt, type OutboxUnderTest, one, opened } from './outbox-under-test.ts';

export interface DeadLettersUnderTest extends OutboxUnderTest {
  /** As an operator has them, beside the courier that holds the store. */
  readonly dead: DeadLetters;
}

const later = noon + hour;

/** What a person can do about what could not be delivered. Every store that reports wait in runs it. */
export function testDeadLetters(makeStore: () => Promise<DeadLettersUnderTest>): void {
  async function withDead(envelopes: SealedReport['envelopes'] = [anEnvelope()], over: Partial<SealedReport> = {}) {
    const store = await opened(makeStore);
    const report = aSealedReport({ envelopes, ...over });
    expect(await store.outbox.accept(report)).toBe('stored');
    await store.outbox.dead(one(await claimed(store.outbox), 'police'), noon);
    return { ...store, name: { id: report.id, recipient: 'police' } };
  }

  test('a dead letter is listed by its agency and its day, and nothing else that was stored is', async () => {
    const { outbox, dead, name } = await withDead([anEnvelope(), aThen('helpline', 1)]);
    await outbox.accept(aSealedReport());
    expect(await dead.list()).toEqual([{ ...name, role: 'primary', day: epochDay }]);
  });

  test('due again, it is the same envelope for the same agency, and nobody else gets anything', async () => {
    const { outbox, dead, name } = await withDead();
    expect(await dead.again(name, later)).toBe(true);
    expect(await dead.list()).toEqual([]);
    expect(await dueAt(outbox, later - 1)).toEqual([]);
    const claim = one(await claimed(outbox, later), 'police');
    expect(Buffer.from(claim.sealed).toString()).toBe('sealed');
    expect(claim).toMatchObject({ ...name, role: 'primary', attempt: 2, ambiguous: false });
    expect(await outbox.stats(later)).toMatchObject({ dead: 0, leased: 1 });
    expect(await outbox.done(claim, later)).toBe(true);
    expect((await outbox.stats(later)).deliveredToday).toBe(1);
  });

  test('a courier that held it before it died changes nothing of it when it is due again', async () => {
    const store = await opened(makeStore);
    const report = aSealedReport();
    await store.outbox.accept(report);
    const old = one(await claimed(store.outbox), 'police');
    await store.outbox.dead(old, noon);
    await store.dead.again({ id: report.id, recipient: 'police' }, later);
    expect(await store.outbox.done(old, later)).toBe(false);
    expect(await dueAt(store.outbox, later)).toEqual(['police']);
  });

  test('once somebody else has the report, the dead letter can still be sent, and it ends the report', async () => {
    const { outbox, dead, name } = await withDead([anEnvelope(), aThen('helpline', 1)]);
    await outbox.done(one(await claimed(outbox), 'helpline'), noon);
    await dead.again(name, later);
    await outbox.done(one(await claimed(outbox, later), 'police'), later);
    expect(await outbox.stats(later)).toMatchObject({ due: 0, leased: 0, dead: 0 });
  });

  test('given up, its body is gone, and the id is known for three days more', async () => {
    const { outbox, dead, name, keys } = await withDead();
    expect(await dead.giveUp(name, later)).toBe(true);
    expect(await dead.list()).toEqual([]);
    expect(await outbox.stats(later)).toMatchObject({ due: 0, leased: 0, dead: 0, deliveredToday: 0 });
    const same = aSealedReport({ id: name.id });
    expect(await outbox.accept(same)).toBe('duplicate');
    expect(await keys.shredBefore('2027-03-15', later)).toBe(1);
    await outbox.tidy(later + 4 * dayMs);
    await keys.publish({ day: '2027-03-16', publicKey: Buffer.alloc(32, 2), wrapped: Buffer.alloc(64, 2) });
    expect(await outbox.accept(aSealedReport({ id: name.id, envelopes: [anEnvelope({ epoch: '2027-03-16' })] }))).toBe(
      'stored',
    );
  });

  test('given up, it takes nothing from anybody else: second contacts and copies still get theirs', async () => {
    const copy = anEnvelope({ recipient: 'labour-enforcement', role: 'copy', dueAt: later });
    const { outbox, dead, name } = await withDead([anEnvelope(), aThen('helpline', 1), copy]);
    await dead.giveUp(name, noon);
    expect(await dueAt(outbox, later)).toEqual(['helpline', 'labour-enforcement']);
  });

  test('what is no dead letter is not touched: one that waits, one that is being sent, one that was delivered, one unknown', async () => {
    const { outbox, dead } = await opened(makeStore);
    const report = aSealedReport({ envelopes: [anEnvelope(), aThen('helpline', 1)] });
    await outbox.accept(report);
    const claim = one(await claimed(outbox), 'police');
    const names = ['police', 'helpline', 'nobody'].map((recipient) => ({ id: report.id, recipient }));
    const touched = async () =>
      Promise.all(names.flatMap((name) => [dead.again(name, later), dead.giveUp(name, later)]));
    expect(await touched()).toEqual(Array(6).fill(false));
    expect(await outbox.done(claim, noon)).toBe(true);
    expect(await touched()).toEqual(Array(6).fill(false));
  });

  test('asked twice at once, it is made due once, and given up once', async () => {
    const { dead, name } = await withDead();
    expect((await Promise.all([dead.again(name, later), dead.again(name, later)])).sort()).toEqual([false, true]);
    const other = await withDead();
    const both = await Promise.all([other.dead.giveUp(other.name, later), other.dead.giveUp(other.name, later)]);
    expect(both.sort()).toEqual([false, true]);
  });
}
