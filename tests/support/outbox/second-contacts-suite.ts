import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim, Outbox } from '../../../functions/report/outbox/outbox.ts';
import { anEnvelope, aSealedReport, aThen, dayMs, hour, minute, noon } from '../a-sealed-report.ts';
import { claimed, dueAt, type MakeStore, one, withReports } from './outbox-under-test.ts';

const copy = anEnvelope({ recipient: 'labour-enforcement', role: 'copy' });
const chain = [anEnvelope(), aThen('helpline', 1), aThen('victim-support', 2), aThen('crimestoppers', 3)];
const muchLater = noon + 30 * dayMs;

/** Who gets it after whom, and who never does. */
export function testSecondContacts(makeStore: MakeStore): void {
  const withChain = (envelopes = chain) => withReports(makeStore, aSealedReport({ envelopes }));

  test('second contacts get it each at their time while nobody before them did', async () => {
    const { outbox } = await withChain();
    expect(await dueAt(outbox, noon)).toEqual(['police']);
    expect(await dueAt(outbox, noon + 30 * minute)).toContain('helpline');
    expect(await dueAt(outbox, noon + 60 * minute)).toContain('victim-support');
  });

  test('when the primary has it, no second contact ever gets it', async () => {
    const { outbox } = await withChain();
    await outbox.done(one(await claimed(outbox), 'police'), noon);
    expect(await dueAt(outbox, muchLater)).toEqual([]);
    expect((await outbox.stats(noon)).due).toBe(0);
  });

  test('a copy that arrived leaves the second contacts waiting', async () => {
    const { outbox } = await withChain([...chain, copy]);
    await outbox.done(one(await claimed(outbox), copy.recipient), noon);
    expect(await dueAt(outbox, noon + 30 * minute)).toContain('helpline');
  });

  test('a copy that cannot be delivered hurries nobody', async () => {
    const { outbox } = await withChain([...chain, copy]);
    await outbox.dead(one(await claimed(outbox), copy.recipient), noon);
    expect(await dueAt(outbox, noon + minute)).toEqual([]);
  });

  test('when the primary can never get it, the next is due at once, and only the next', async () => {
    const { outbox } = await withChain();
    await outbox.dead(one(await claimed(outbox), 'police'), noon + minute);
    expect(await dueAt(outbox, noon + minute)).toEqual(['helpline']);
  });

  test('when a second contact can never get it either, the one after it is due at once', async () => {
    const { outbox } = await withChain();
    await outbox.dead(one(await claimed(outbox), 'police'), noon);
    await outbox.dead(one(await claimed(outbox), 'helpline'), noon);
    expect(await dueAt(outbox, noon)).toEqual(['victim-support']);
  });

  test('a second contact that has it stops those after it, and the primary is still tried', async () => {
    const { outbox } = await withChain();
    await outbox.retry(one(await claimed(outbox), 'police'), noon + hour, false);
    await outbox.done(one(await claimed(outbox, noon + 30 * minute), 'helpline'), noon + 30 * minute);
    expect(await dueAt(outbox, muchLater)).toEqual(['police']);
  });

  test('a second contact in hand is not overtaken by the one after it', async () => {
    const { outbox } = await withChain();
    const { police, helpline } = await claimed(outbox, noon + 30 * minute);
    await outbox.dead(police as Claim, noon + 30 * minute);
    expect(await dueAt(outbox, noon + 31 * minute)).toEqual([]);
    await outbox.dead(helpline as Claim, noon + 31 * minute);
    expect(await dueAt(outbox, noon + 31 * minute)).toEqual(['victim-support']);
  });

  test('of two primaries, one that may yet get it holds the second contact back', async () => {
    const { outbox } = await withChain([...chain, anEnvelope({ recipient: 'transport-police' })]);
    const { police, 'transport-police': other } = await claimed(outbox);
    await outbox.dead(police as Claim, noon);
    expect(await dueAt(outbox, noon)).toEqual([]);
    await outbox.dead(other as Claim, noon);
    expect(await dueAt(outbox, noon)).toEqual(['helpline']);
  });

  test('whatever comes of each attempt, nobody is written to after someone before them has it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('done', 'retry', 'dead', 'lapse'), { maxLength: 40 }), async (ends) => {
        const store = await makeStore();
        await store.outbox.accept(aSealedReport({ envelopes: [...chain, copy] }));
        await walk(store.outbox, ends).finally(() => store.close());
      }),
      { numRuns: 40 },
    );
  });
}

/** Claims and ends step by step, and checks each claim against who has the report already. */
async function walk(outbox: Outbox, ends: readonly string[]): Promise<void> {
  let now = noon;
  let best = Number.POSITIVE_INFINITY;
  const ended = new Set<string>();
  for (const end of ends) {
    now += 10 * minute;
    const [claim] = await outbox.claim(now, 1);
    if (claim === undefined) continue;
    if (claim.role === 'then') expect(claim.rank).toBeLessThan(best);
    expect(ended).not.toContain(claim.recipient);
    if (end === 'done') expect(await outbox.done(claim, now)).toBe(true);
    if (end === 'dead') expect(await outbox.dead(claim, now)).toBe(true);
    if (end === 'retry') expect(await outbox.retry(claim, now, false)).toBe(true);
    if (end === 'done' && claim.role !== 'copy') best = Math.min(best, claim.rank);
    if (end === 'done' || end === 'dead') ended.add(claim.recipient);
  }
}
