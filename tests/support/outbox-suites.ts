import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { EpochKeyStore } from '../../functions/report/outbox/epoch-keys.ts';
import type { Acceptor, Claim, Outbox, SealedReport } from '../../functions/report/outbox/outbox.ts';
import { leaseMs } from '../../functions/report/outbox/schedule.ts';
import { anEnvelope, aSealedReport, aThen, dayMs, epochDay, hour, minute, noon } from './a-sealed-report.ts';

/** Made anew for each test. The key of `epochDay` is published where the engine has keys. */
export interface AcceptorUnderTest {
  readonly acceptor: Acceptor;
  close(): Promise<void>;
}

export interface OutboxUnderTest {
  readonly outbox: Outbox;
  readonly keys: EpochKeyStore;
  close(): Promise<void>;
}

async function opened<T extends { close(): Promise<void> }>(makeStore: () => Promise<T>): Promise<T> {
  const store = await makeStore();
  onTestFinished(() => store.close());
  return store;
}

/** What everything that takes reports must do. Every engine runs it. */
export function testAcceptor(makeStore: () => Promise<AcceptorUnderTest>): void {
  test('a report is stored, and the same id again is a duplicate', async () => {
    const { acceptor } = await opened(makeStore);
    const report = aSealedReport();
    expect(await acceptor.accept(report)).toBe('stored');
    expect(await acceptor.accept(report)).toBe('duplicate');
  });

  test('the same id sixteen times at once is stored once', async () => {
    const { acceptor } = await opened(makeStore);
    const report = aSealedReport();
    const answers = await Promise.all(Array.from({ length: 16 }, () => acceptor.accept(report)));
    expect(answers.filter((answer) => answer === 'stored')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength(15);
  });

  test('many reports at once are each stored', async () => {
    const { acceptor } = await opened(makeStore);
    const answers = await Promise.all(Array.from({ length: 100 }, () => acceptor.accept(aSealedReport())));
    expect(new Set(answers)).toEqual(new Set(['stored']));
  });

  test('a report for nobody is refused, and so is one with two envelopes for one agency', async () => {
    const { acceptor } = await opened(makeStore);
    expect(await acceptor.accept(aSealedReport({ envelopes: [] }))).toBe('refused');
    expect(await acceptor.accept(aSealedReport({ envelopes: [anEnvelope(), anEnvelope()] }))).toBe('refused');
  });

  test('a refused report may be sent again under the same id', async () => {
    const { acceptor } = await opened(makeStore);
    const report = aSealedReport();
    expect(await acceptor.accept({ ...report, envelopes: [] })).toBe('refused');
    expect(await acceptor.accept(report)).toBe('stored');
  });
}

async function withReports(makeStore: () => Promise<OutboxUnderTest>, ...reports: readonly SealedReport[]) {
  const store = await opened(makeStore);
  for (const report of reports) expect(await store.outbox.accept(report)).toBe('stored');
  return store;
}

/** Claims everything due and hands back each by its recipient. */
async function claimed(outbox: Outbox, now = noon): Promise<Readonly<Record<string, Claim>>> {
  return Object.fromEntries((await outbox.claim(now, 100)).map((claim) => [claim.recipient, claim]));
}

const one = (claims: Readonly<Record<string, Claim>>, recipient: string): Claim => {
  const claim = claims[recipient];
  if (claim === undefined) throw new Error(`Nothing for ${recipient} was due.`);
  return claim;
};

const dueAt = async (outbox: Outbox, now: number) => Object.keys(await claimed(outbox, now)).sort();

/** What every store that reports wait in must do. Embedded and PostgreSQL run it. */
export function testOutbox(makeStore: () => Promise<OutboxUnderTest>): void {
  testClaims(makeStore);
  testEnds(makeStore);
  testSecondContacts(makeStore);
  testKeysAndRetention(makeStore);
}

function testClaims(makeStore: () => Promise<OutboxUnderTest>): void {
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

function testEnds(makeStore: () => Promise<OutboxUnderTest>): void {
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

const copy = anEnvelope({ recipient: 'labour-enforcement', role: 'copy' });
const chain = [anEnvelope(), aThen('helpline', 1), aThen('victim-support', 2), aThen('crimestoppers', 3)];
const muchLater = noon + 30 * dayMs;

function testSecondContacts(makeStore: () => Promise<OutboxUnderTest>): void {
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

const key = (day: string, fill: number) => ({
  day,
  publicKey: Buffer.alloc(32, fill),
  wrapped: Buffer.alloc(64, fill),
});

function testKeysAndRetention(makeStore: () => Promise<OutboxUnderTest>): void {
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
