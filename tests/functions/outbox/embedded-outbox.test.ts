import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { acceptReports } from '../../../functions/report/outbox/embedded/accept-reports.ts';
import { openEmbeddedStore } from '../../../functions/report/outbox/embedded/open-embedded-store.ts';
import type { Outbox } from '../../../functions/report/outbox/outbox.ts';
import type { KeepBody } from '../../../functions/report/outbox/retention.ts';
import { anEnvelope, aSealedReport, dayMs, epochDay, noon } from '../../support/a-sealed-report.ts';
import { recordFault } from '../../support/faults/record-fault.ts';
import { testAcceptor, testOutbox } from '../../support/outbox-suites.ts';
import { storeProcess } from '../../support/store-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const firstKey = { day: epochDay, publicKey: Buffer.alloc(32, 1), wrapped: Buffer.alloc(64, 1) };
const plenty = () => Number.MAX_SAFE_INTEGER;

async function courierStore(dataDir = temporaryFolder(), until?: KeepBody) {
  const store = await openEmbeddedStore({ dataDir, role: 'courier', until });
  await store.keys.publish(firstKey);
  return store;
}

describe('embedded store as acceptor', () =>
  testAcceptor(async () => {
    const dataDir = temporaryFolder();
    const courier = await courierStore(dataDir);
    const intake = await openEmbeddedStore({ dataDir, role: 'intake' });
    const close = async () => void (await Promise.all([intake.close(), courier.close()]));
    return { acceptor: intake.outbox, close };
  }));

describe('embedded store as outbox', () => testOutbox((until) => courierStore(temporaryFolder(), until)));

test('F4: below 64 MiB of free space a report is refused, and taken again when there is more', async () => {
  let free = 64 * 1024 * 1024 - 1;
  const dataDir = temporaryFolder();
  const store = await openEmbeddedStore({ dataDir, role: 'courier', freeBytes: () => free });
  onTestFinished(() => store.close());
  await store.keys.publish(firstKey);
  const report = aSealedReport();
  expect(await store.outbox.accept(report)).toBe('refused');
  free += 1;
  expect(await store.outbox.accept(report)).toBe('stored');
  const [injected, result] = ['less than 64 MiB free', 'refused, and taken again when there was more'];
  recordFault({ row: 'F4', adapter: 'embedded', injected, times: 1, result });
});

test('F4: when the disk is full in the middle of a group, all of it is refused and nothing is half stored', async () => {
  const dataDir = temporaryFolder();
  await (await courierStore(dataDir)).close();
  const database = new DatabaseSync(path.join(dataDir, 'outbox', 'outbox.db'));
  onTestFinished(() => database.close());
  const big = () => aSealedReport({ envelopes: [anEnvelope({ sealed: Buffer.alloc(100_000) })] });
  const group = [big(), big(), big()];
  const count = () =>
    database.prepare('SELECT (SELECT count(*) FROM report) AS r, (SELECT count(*) FROM outbox) AS o').get();
  database.exec('PRAGMA max_page_count = 60');
  expect(acceptReports(database, plenty)(group)).toEqual(['refused', 'refused', 'refused']);
  expect(count()).toEqual({ r: 0, o: 0 });
  database.exec('PRAGMA max_page_count = 100000');
  expect(acceptReports(database, plenty)(group)).toEqual(['stored', 'stored', 'stored']);
  const [injected, result] = ['no page left within a group', 'all of it refused, nothing half stored'];
  recordFault({ row: 'F4', adapter: 'embedded', injected, times: 1, result });
});

test('a report that is sent while the store is closed is refused', async () => {
  const store = await courierStore();
  await store.close();
  expect(await store.outbox.accept(aSealedReport())).toBe('refused');
});

test('of a delivered report no sealed byte is left in any file, the log included', async () => {
  const dataDir = temporaryFolder();
  const store = await courierStore(dataDir);
  onTestFinished(() => store.close());
  const canaries = Array.from({ length: 50 }, (_each, index) => `canary-${index}-`.repeat(300));
  for (const canary of canaries) {
    await store.outbox.accept(aSealedReport({ envelopes: [anEnvelope({ sealed: Buffer.from(canary) })] }));
  }
  const found = () => filesOf(dataDir).filter((bytes) => bytes.includes('canary-')).length;
  expect(found()).toBeGreaterThan(0);
  for (const claim of await store.outbox.claim(noon, 100)) await store.outbox.done(claim, noon);
  expect(await store.outbox.tidy(noon)).toBe(true);
  expect(found()).toBe(0);
});

const inHourOf = (at: number) => at + 12_345;
interface End {
  readonly about: string;
  readonly until: KeepBody;
  readonly at: number;
  readonly end: (outbox: Outbox, id: string) => Promise<unknown>;
}
const opening: End['end'] = ({ opened }, id) => opened(id, 'police', inHourOf(noon + dayMs));
const lapsing: End['end'] = ({ tidy }) => tidy(inHourOf(noon + 8 * dayMs));
const ends: readonly End[] = [
  { about: 'was delivered', until: 'delivered', at: noon, end: async () => undefined },
  { about: 'was opened', until: 'opened', at: noon + dayMs, end: opening },
  { about: 'nobody opened in time', until: 'opened', at: noon + 8 * dayMs, end: lapsing },
];

test.each(ends)('of a report that $about no time is kept but the hour its id goes', async ({ until, at, end }) => {
  const dataDir = temporaryFolder();
  const store = await courierStore(dataDir, until);
  const report = aSealedReport();
  await store.outbox.accept(report);
  for (const claim of await store.outbox.claim(noon, 1)) await store.outbox.done(claim, inHourOf(noon));
  await end(store.outbox, report.id);
  await store.close();
  const database = new DatabaseSync(path.join(dataDir, 'outbox', 'outbox.db'), { readOnly: true });
  onTestFinished(() => database.close());
  const numbers = [...database.prepare('SELECT * FROM outbox').all(), ...database.prepare('SELECT * FROM report').all()]
    .flatMap((row) => Object.values(row))
    .filter((value) => typeof value === 'number' && value > 1000);
  expect(numbers).toEqual([at + 73 * 60 * 60_000]);
});

test('a killed courier leaves its envelope to the next one at once, as one that may have arrived', async () => {
  const dataDir = temporaryFolder();
  const store = await courierStore(dataDir);
  const report = aSealedReport();
  await store.outbox.accept(report);
  await store.close();
  const child = await storeProcess('claim', dataDir, 'courier');
  expect(child.said).toEqual([{ id: report.id, recipient: 'police', attempt: 1 }]);
  await child.kill();
  const next = await courierStore(dataDir);
  onTestFinished(() => next.close());
  const [claim] = await next.outbox.claim(noon, 1);
  expect(claim).toMatchObject({ id: report.id, attempt: 2, ambiguous: true });
  const late = { ...(claim ?? expect.fail()), attempt: 1 };
  expect([await next.outbox.done(late, noon), await next.outbox.dead(late, noon)]).toEqual([false, false]);
});

test('every report that one process takes reaches the other exactly once', async () => {
  const dataDir = temporaryFolder();
  const courier = await courierStore(dataDir);
  onTestFinished(() => courier.close());
  const intake = storeProcess('accept', dataDir, 'intake');
  const reached: string[] = [];
  const take = async () => {
    for (const claim of await courier.outbox.claim(noon, 7)) {
      if (await courier.outbox.done(claim, noon)) reached.push(claim.id);
      await courier.outbox.tidy(noon);
    }
  };
  let accepting = true;
  const accepted = intake.then(({ said }) => {
    accepting = false;
    return said;
  });
  while (accepting) await Promise.all([take(), new Promise(setImmediate)]);
  while ((await courier.outbox.stats(noon)).due > 0) await take();
  expect(reached.sort()).toEqual([...((await accepted) as string[])].sort());
  expect(reached).toHaveLength(200);
});

const filesOf = (folder: string): readonly Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));
