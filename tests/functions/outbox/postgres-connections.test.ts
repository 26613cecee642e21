import { expect, onTestFinished, test } from 'vitest';
import type { Outbox } from '../../../functions/report/outbox/outbox.ts';
import { openPostgresStore } from '../../../functions/report/outbox/postgres/open-postgres-store.ts';
import { leaseMs } from '../../../functions/report/outbox/schedule.ts';
import { aSealedReport, noon } from '../../support/a-sealed-report.ts';
import { recordFault } from '../../support/faults/record-fault.ts';
import { cuttingProxy } from '../../support/postgres/cutting-proxy.ts';
import { postgresServer } from '../../support/postgres/postgres-server.ts';
import { postgresStores } from '../../support/postgres/postgres-stores.ts';
import { asked } from '../../support/postgres/prepared-database.ts';
import { cutConnections, until } from '../../support/postgres/until.ts';

const server = await postgresServer();

async function stores() {
  const made = await postgresStores(server);
  onTestFinished(made.close);
  return made;
}

/** Sends a report as a reporter does who is told that it was not sent: again, until it was. */
async function sendUntilTaken(outbox: Outbox): Promise<string> {
  const report = aSealedReport();
  while ((await outbox.accept(report)) === 'refused');
  return report.id;
}

/** What was sent, once for each time; `again` where the store said that it may have arrived before. */
interface Sent {
  readonly id: string;
  readonly again: boolean;
}

/** Sends whatever waits, as a courier does, and goes on after each fault, until nothing is left once `ended` says so. */
async function deliverAll(outbox: Outbox, ended = () => true): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (let now = noon; ; now += 1000) {
    try {
      const last = ended();
      const claims = await outbox.claim(now, 5);
      for (const claim of claims) {
        sent.push({ id: claim.id, again: claim.ambiguous });
        await outbox.done(claim, now);
      }
      const { due, leased } = await outbox.stats(now);
      if (last && due + leased === 0) return sent;
      // What is left is in hands that lost it: it comes again once the lease has lapsed.
      if (last && claims.length === 0) now += leaseMs;
    } catch {
      // Its connection was cut, perhaps after the server had written it down.
    }
  }
}

/** Each at least once; each once more only as one that may have arrived. */
function expectAllSent(sent: readonly Sent[], taken: readonly string[]): void {
  expect([...new Set(sent.map(({ id }) => id))].sort()).toEqual([...new Set(taken)].sort());
  const seen = new Set<string>();
  for (const { id, again } of sent) {
    if (seen.has(id)) expect(again).toBe(true);
    seen.add(id);
  }
}

test('F10: connections are cut over and over under load, and every report that was taken is delivered', async () => {
  const { owner, intakeStore, courierStore } = await stores();
  const senders = 8;
  const taken: string[] = [];
  let [cuts, rounds] = [0, 0];
  const send = async () => {
    while (rounds < 15) {
      taken.push(await sendUntilTaken(intakeStore.outbox));
    }
  };
  const cut = async () => {
    while (rounds < 15) {
      const before = taken.length;
      await until(async () => taken.length >= before + senders);
      cuts += await cutConnections(owner);
      rounds += 1;
    }
  };
  const all = Promise.all([cut(), ...Array.from({ length: senders }, send)]);
  let sending = true;
  const delivering = deliverAll(courierStore.outbox, () => !sending);
  await all;
  sending = false;
  expectAllSent(await delivering, taken);
  expect(cuts).toBeGreaterThan(15);
  recordFault({
    row: 'F10',
    adapter: 'postgres',
    injected: 'connections cut under load',
    times: cuts,
    result: '0 lost',
  });
});

test('F10: while the server is away every report is refused; when it is back the same stores go on, and nothing is lost', async () => {
  const { intakeStore, courierStore } = await stores();
  const taken: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const before = await Promise.all(Array.from({ length: 5 }, () => sendUntilTaken(intakeStore.outbox)));
    await server.kill();
    expect(await intakeStore.outbox.accept(aSealedReport())).toBe('refused');
    await expect(courierStore.outbox.claim(noon, 1)).rejects.toThrow();
    await expect(intakeStore.outbox.stats(noon)).rejects.toThrow();
    await server.start();
    taken.push(...before, await sendUntilTaken(intakeStore.outbox));
  }
  const sent = await deliverAll(courierStore.outbox);
  expect(sent.map(({ id }) => id).sort()).toEqual(taken.sort());
  recordFault({
    row: 'F10',
    adapter: 'postgres',
    injected: 'server killed and started again',
    times: 3,
    result: '0 lost',
  });
});

test('F10: a network that goes down in the middle of a report: it is refused, and the store recovers by itself', async () => {
  const { intake } = await stores();
  const proxy = await cuttingProxy(intake);
  const store = await openPostgresStore({ url: proxy.url, role: 'intake' });
  onTestFinished(() => store.close());
  proxy.hang();
  const report = aSealedReport();
  expect(await store.outbox.accept(report)).toBe('refused');
  proxy.pass();
  expect(await store.outbox.accept(report)).toBe('stored');
  recordFault({ row: 'F10', adapter: 'postgres', injected: 'network down', times: 1, result: 'refused, then stored' });
});

test('F13: the answer to a commit is lost: the report is refused, and the same one sent again is known', async () => {
  const { intake, courierStore } = await stores();
  const proxy = await cuttingProxy(intake);
  const store = await openPostgresStore({ url: proxy.url, role: 'intake' });
  onTestFinished(() => store.close());
  const report = aSealedReport();
  proxy.loseAnswer();
  expect(await store.outbox.accept(report)).toBe('refused');
  proxy.pass();
  await until(async () => (await courierStore.outbox.stats(noon)).due === 1);
  expect(await store.outbox.accept(report)).toBe('duplicate');
  expect((await courierStore.outbox.claim(noon, 10)).map(({ id }) => id)).toEqual([report.id]);
  recordFault({
    row: 'F13',
    adapter: 'postgres',
    injected: 'answer to a commit lost',
    times: 1,
    result: 'one delivery',
  });
});

test('connections that are cut while nobody uses them end no process, and the next report is taken', async () => {
  const { owner, intakeStore, courierStore } = await stores();
  await sendUntilTaken(intakeStore.outbox);
  expect(await cutConnections(owner)).toBeGreaterThan(1);
  await sendUntilTaken(intakeStore.outbox);
  await until(() =>
    courierStore.outbox.claim(noon, 10).then(
      (claims) => claims.length === 2,
      () => false,
    ),
  );
});

test('a server that is made careless while we run gets no more reports', async () => {
  const { owner, intakeStore } = await stores();
  expect(await intakeStore.outbox.accept(aSealedReport())).toBe('stored');
  const database = new URL(owner).pathname.slice(1);
  await asked(owner, `ALTER DATABASE ${database} SET synchronous_commit = off`);
  await cutConnections(owner);
  await until(async () => (await intakeStore.outbox.accept(aSealedReport())) === 'refused');
  for (let again = 0; again < 5; again += 1) expect(await intakeStore.outbox.accept(aSealedReport())).toBe('refused');
  await asked(owner, `ALTER DATABASE ${database} RESET synchronous_commit`);
  await sendUntilTaken(intakeStore.outbox);
});

test('a store that was closed refuses reports, and may be closed twice', async () => {
  const { intakeStore } = await stores();
  await intakeStore.close();
  await intakeStore.close();
  expect(await intakeStore.outbox.accept(aSealedReport())).toBe('refused');
});
