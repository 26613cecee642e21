import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openPostgresStore } from '../../../functions/report/outbox/postgres/open-postgres-store.ts';
import { anEnvelope, aSealedReport, aThen, epochDay, hour, noon } from '../../support/a-sealed-report.ts';
import { recordFault } from '../../support/faults/record-fault.ts';
import { postgresServer } from '../../support/postgres/postgres-server.ts';
import { postgresStores } from '../../support/postgres/postgres-stores.ts';
import { asked } from '../../support/postgres/prepared-database.ts';
import { untilWaiting } from '../../support/postgres/until.ts';

const server = await postgresServer();

async function stores(leaseMs?: number) {
  const made = await postgresStores(server, { leaseMs });
  onTestFinished(made.close);
  const another = async (role: 'intake' | 'courier') => {
    const store = await openPostgresStore({ url: made[role], role, leaseMs });
    onTestFinished(() => store.close());
    return store;
  };
  return { ...made, another };
}

/** A connection of the owner with a transaction that the test ends. */
async function transaction(owner: string): Promise<Client> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('BEGIN');
  return client;
}

test('two intakes and three couriers share the work: every report is delivered, and each by one of them', async () => {
  const { intakeStore, courierStore, another } = await stores();
  const intakes = [intakeStore, await another('intake')];
  const couriers = [courierStore, await another('courier'), await another('courier')];
  const taken: string[] = [];
  const send = async ({ outbox }: (typeof intakes)[number]) => {
    for (let round = 0; round < 20; round += 1) {
      const reports = Array.from({ length: 5 }, () => aSealedReport());
      const answers = await Promise.all(reports.map((report) => outbox.accept(report)));
      taken.push(...reports.filter((_report, index) => answers[index] === 'stored').map(({ id }) => id));
    }
  };
  const delivered: string[] = [];
  const deliver = async ({ outbox }: (typeof couriers)[number]) => {
    while (delivered.length < 200) {
      for (const claim of await outbox.claim(noon, 3)) if (await outbox.done(claim, noon)) delivered.push(claim.id);
    }
  };
  await Promise.all([...intakes.map(send), ...couriers.map(deliver)]);
  expect(taken).toHaveLength(200);
  expect(delivered.sort()).toEqual(taken.sort());
  expect(await courierStore.outbox.stats(noon)).toMatchObject({ due: 0, leased: 0, deliveredToday: 200 });
});

test('F14: the same id at two intakes at once, over and over, is one report', async () => {
  const { intakeStore, courierStore, another } = await stores();
  const intakes = [intakeStore, await another('intake')];
  for (let round = 0; round < 10; round += 1) {
    const reports = Array.from({ length: 8 }, () => aSealedReport());
    const orders = [reports, [...reports].reverse()];
    const answers = await Promise.all(
      intakes.flatMap(({ outbox }, which) => (orders[which] ?? []).map((report) => outbox.accept(report))),
    );
    expect(answers.filter((answer) => answer === 'stored')).toHaveLength(8);
    expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength(8);
  }
  expect((await courierStore.outbox.stats(noon)).due).toBe(80);
  recordFault({
    row: 'F14',
    adapter: 'postgres',
    injected: 'one id at two intakes at once',
    times: 80,
    result: 'one row',
  });
});

test('F11: another courier takes over when a lease has lapsed, and the late one changes nothing', async () => {
  const { intakeStore, courierStore, another } = await stores(2000);
  await intakeStore.outbox.accept(aSealedReport());
  const [late] = await courierStore.outbox.claim(noon, 1);
  const other = await another('courier');
  expect(await other.outbox.claim(noon + 1999, 1)).toEqual([]);
  const [again] = await other.outbox.claim(noon + 2000, 1);
  expect(again).toMatchObject({ attempt: 2, ambiguous: true });
  expect(await courierStore.outbox.done(late ?? expect.fail(), noon)).toBe(false);
  expect(await other.outbox.done(again ?? expect.fail(), noon)).toBe(true);
  recordFault({
    row: 'F11',
    adapter: 'postgres',
    injected: 'a courier outlives its lease',
    times: 1,
    result: 'changes nothing',
  });
});

test('two couriers that end the last two envelopes of a report at once: the id is forgotten in its time', async () => {
  const { intakeStore, courierStore, another } = await stores();
  const couriers = [courierStore, await another('courier')];
  const copy = anEnvelope({ recipient: 'helpline', role: 'copy' });
  const reports = Array.from({ length: 20 }, () => aSealedReport({ envelopes: [anEnvelope(), copy] }));
  for (const report of reports) await intakeStore.outbox.accept(report);
  const claims = await courierStore.outbox.claim(noon, 100);
  expect(claims).toHaveLength(40);
  const halves = couriers.map((store, which) =>
    Promise.all(
      claims.filter(({ role }) => (role === 'copy') === (which === 1)).map((one) => store.outbox.done(one, noon)),
    ),
  );
  expect((await Promise.all(halves)).flat()).toEqual(Array(40).fill(true));
  await courierStore.outbox.tidy(noon + 74 * hour);
  expect(await Promise.all(reports.map((report) => intakeStore.outbox.accept(report)))).toEqual(
    Array(20).fill('stored'),
  );
});

test('two couriers that give up both first agencies of a report at once: the second contact is due at once', async () => {
  const { intakeStore, courierStore, another } = await stores();
  const couriers = [courierStore, await another('courier')];
  const envelopes = [anEnvelope(), anEnvelope({ recipient: 'transport-police' }), aThen('helpline', 1)];
  const reports = Array.from({ length: 20 }, () => aSealedReport({ envelopes }));
  for (const report of reports) await intakeStore.outbox.accept(report);
  const claims = await courierStore.outbox.claim(noon, 100);
  await Promise.all(claims.map((claim) => couriers[claim.recipient === 'police' ? 0 : 1]?.outbox.dead(claim, noon)));
  const next = await courierStore.outbox.claim(noon, 100);
  expect(next.map(({ recipient }) => recipient)).toEqual(Array(20).fill('helpline'));
});

test('a report that is sealed to a key which is being shredded waits for that, and is refused', async () => {
  const { owner, intakeStore } = await stores();
  const shredder = await transaction(owner);
  await shredder.query('UPDATE know_the_signs.epoch_key SET wrapped_private = NULL, shredded_at = 1');
  const answer = intakeStore.outbox.accept(aSealedReport());
  await untilWaiting(owner, 1);
  await shredder.query('COMMIT');
  expect(await answer).toBe('refused');
});

test('a key is not shredded while a report that is sealed to it is being stored', async () => {
  const { owner, intakeStore, courierStore } = await stores();
  const inTheWay = await transaction(owner);
  await inTheWay.query(`INSERT INTO know_the_signs.day_count VALUES ('${epochDay}', 'labour', 0, 0)`);
  const answer = intakeStore.outbox.accept(aSealedReport());
  await untilWaiting(owner, 1);
  const shredded = courierStore.keys.shredBefore('2028-01-01', noon);
  await untilWaiting(owner, 2);
  await inTheWay.query('COMMIT');
  expect(await answer).toBe('stored');
  expect(await shredded).toBe(0);
  expect(await courierStore.keys.wrapped(epochDay)).toBeDefined();
});

test('envelopes that another courier is taking just now are passed over, not waited for', async () => {
  const { owner, intakeStore, courierStore } = await stores();
  await intakeStore.outbox.accept(aSealedReport());
  const second = aSealedReport({ envelopes: [anEnvelope({ dueAt: noon + 1 })] });
  await intakeStore.outbox.accept(second);
  const other = await transaction(owner);
  await other.query(`SELECT FROM know_the_signs.outbox WHERE due_at = ${noon} FOR UPDATE`);
  expect((await courierStore.outbox.claim(noon + 1, 10)).map(({ id }) => id)).toEqual([second.id]);
});

test('of a delivered report only its id, its agencies and the count of the day are left, and no time', async () => {
  const { owner, intakeStore, courierStore } = await stores();
  await intakeStore.outbox.accept(aSealedReport({ envelopes: [anEnvelope({ sealed: Buffer.from('canary') })] }));
  for (const claim of await courierStore.outbox.claim(noon, 1)) await courierStore.outbox.done(claim, noon + 12_345);
  const rows = [
    ...(await asked(owner, 'SELECT * FROM know_the_signs.outbox')),
    ...(await asked(owner, 'SELECT * FROM know_the_signs.report')),
  ];
  const values = rows.flatMap((row) => Object.values(row)).map(String);
  expect(values.filter((value) => /^\d{5,}$/.test(value))).toEqual([String(Date.UTC(2027, 2, 17, 13))]);
  expect(values.join()).not.toContain('canary');
  expect(await asked(owner, 'SELECT FROM know_the_signs_jobs.job')).toHaveLength(0);
});
