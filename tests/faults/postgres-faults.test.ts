import { chmodSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Outbox } from '../../functions/report/outbox/outbox.ts';
import { anEnvelope, aSealedReport, noon } from '../support/a-sealed-report.ts';
import { type LoopDisk, loopDisk, whyNoLoopDisk } from '../support/faults/loop-disk.ts';
import { possibleHere } from '../support/faults/possible-here.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { postgresServer } from '../support/postgres/postgres-server.ts';
import { postgresStores } from '../support/postgres/postgres-stores.ts';
import { asked } from '../support/postgres/prepared-database.ts';
import { chosenSeed, seededRandom } from '../support/random.ts';

const long = process.env['KTS_LONG'] === '1';
const cuts = long ? 20 : 2;
const strikes = long ? 30 : 4;

/** A server of its own, on a disk that can lose its power where one is given, and the two processes' views of a store. */
async function stores(disk?: LoopDisk) {
  const server = await postgresServer(disk === undefined ? {} : { folder: disk.folder });
  const both = await postgresStores(server);
  onTestFinished(() => both.close());
  return { server, ...both };
}

/** Reports from four sides until `going` says no more; answers the ids that were called stored. */
async function load({ accept }: Pick<Outbox, 'accept'>, going: () => boolean): Promise<readonly string[]> {
  const stored: string[] = [];
  const client = async () => {
    while (going()) {
      const report = aSealedReport({ envelopes: [anEnvelope({ sealed: Buffer.alloc(4096, 1) })] });
      if ((await accept(report)) === 'stored') stored.push(report.id);
      else await pause(10);
    }
  };
  await Promise.all([client(), client(), client(), client()]);
  return stored;
}

/** Asks again until the store answers: after a start it may take a moment. */
async function untilItAnswers<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await pause(50);
    }
  }
}

/** Delivers all that is due and answers whose it was. */
async function drain(outbox: Outbox): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (;;) {
    const claims = await untilItAnswers(() => outbox.claim(noon, 100));
    if (claims.length === 0) return taken;
    for (const claim of claims) {
      taken.add(claim.id);
      await untilItAnswers(() => outbox.done(claim, noon));
    }
  }
}

possibleHere('power cuts of PostgreSQL (F2)', whyNoLoopDisk())(
  `F2: no report that PostgreSQL has stored is missing after ${cuts} power cuts`,
  async () => {
    const random = seededRandom(chosenSeed());
    const disk = loopDisk(512);
    chmodSync(path.dirname(disk.folder), 0o755);
    const { server, intakeStore, courierStore } = await stores(disk);
    const stored: string[] = [];
    for (let cut = 0; cut < cuts; cut += 1) {
      let going = true;
      const loaded = load(intakeStore.outbox, () => going);
      await pause(100 + random() * 400); // the moment of the cut is what is drawn; nothing is waited for
      // A machine without power says nothing more; a disk alone that goes may call a write done that it never did.
      server.freeze();
      disk.cutPower();
      going = false;
      await server.kill();
      stored.push(...(await loaded));
      disk.restore();
      await server.start();
    }
    const kept = await drain(courierStore.outbox);
    console.log(`F2 postgres: ${cuts} power cuts, ${stored.length} stored`);
    expect(stored.filter((id) => !kept.has(id))).toEqual([]);
    expect(stored.length).toBeGreaterThan(cuts);
    recordFault({
      row: 'F2',
      adapter: 'postgres',
      injected: 'power cut under load, what was not flushed is gone',
      times: cuts,
      result: '0 missing, the server recovers each time',
    });
  },
  600_000,
);

/** Ends every connection of ours; the server's own helpers stay. */
const cutConnections = (url: string) =>
  asked(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );

test(`F10: ${strikes} times its connections are cut or it is killed under load, reports are refused or stored, and what was stored is there`, async () => {
  const { server, intakeStore, courierStore } = await stores();
  let going = true;
  const loaded = load(intakeStore.outbox, () => going);
  try {
    for (let strike = 0; strike < strikes; strike += 1) {
      await pause(100); // so that there is always something under way to be lost
      if (strike % 2 === 0) await cutConnections(server.url);
      else {
        await server.kill();
        await server.start();
      }
    }
  } finally {
    going = false;
  }
  const stored = await loaded;
  const kept = await drain(courierStore.outbox);
  console.log(`F10: ${strikes} strikes, ${stored.length} stored`);
  expect(stored.filter((id) => !kept.has(id))).toEqual([]);
  expect(stored.length).toBeGreaterThan(strikes);
  const result = 'refused or stored, 0 lost, goes on by itself';
  recordFault({
    row: 'F10',
    adapter: 'postgres',
    injected: 'all connections cut',
    times: Math.ceil(strikes / 2),
    result,
  });
  recordFault({
    row: 'F10',
    adapter: 'postgres',
    injected: 'kill -9 of the server',
    times: Math.floor(strikes / 2),
    result,
  });
}, 600_000);

test('F10: while the database is away every report is refused, and when it is back they are taken without a restart', async () => {
  const { server, intakeStore, courierStore } = await stores();
  const before = aSealedReport();
  expect(await intakeStore.outbox.accept(before)).toBe('stored');
  await server.stop();
  const during = Array.from({ length: 20 }, () => aSealedReport());
  const answers = await Promise.all(during.map((report) => intakeStore.outbox.accept(report)));
  expect(new Set(answers)).toEqual(new Set(['refused']));
  await server.start();
  for (const report of during) expect(await intakeStore.outbox.accept(report)).toBe('stored');
  expect((await drain(courierStore.outbox)).size).toBe(21);
  recordFault({
    row: 'F10',
    adapter: 'postgres',
    injected: 'report sent while the database is away',
    times: during.length,
    result: 'refused, and taken as soon as it is back',
  });
}, 120_000);
