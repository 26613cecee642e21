import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { moveFromPostgres } from '../../../functions/report/outbox/postgres/move-from-postgres.ts';
import { jobSchema } from '../../../functions/report/outbox/postgres/names.ts';
import { anEnvelope, aSealedReport, epochDay, minute, noon } from '../../support/a-sealed-report.ts';
import { sourceAt, targetAt } from '../../support/outbox/move-ends.ts';
import { testMove } from '../../support/outbox/move-suite.ts';
import { moved } from '../../support/outbox/moved-stores.ts';
import { embeddedPlace } from '../../support/outbox/place-under-move.ts';
import { postgresPlace } from '../../support/postgres/postgres-place.ts';
import { postgresServer } from '../../support/postgres/postgres-server.ts';

const server = await postgresServer();
const key = { day: epochDay, publicKey: Buffer.alloc(32, 2), wrapped: Buffer.alloc(64, 2) };

describe('from the embedded store to PostgreSQL', () =>
  testMove(async () => [embeddedPlace(), await postgresPlace(server)]));

describe('from PostgreSQL to the embedded store', () =>
  testMove(async () => [await postgresPlace(server), embeddedPlace()]));

test('a database is not moved away while a courier works on it', async () => {
  const place = await postgresPlace(server);
  const store = await place.open();
  await store.pulse.beat(noon);
  const at = (now: number) => moveFromPostgres({ url: place.address, leaving: 'all', now });
  await expect(at(noon + minute - 1)).rejects.toThrow(/^A courier works on this database: .+\.$/);
  const source = await at(noon + minute);
  await store.pulse.beat(noon + minute);
  await expect(source.batch('b', 10)).rejects.toThrow('A courier was started on this database');
  await Promise.all([source.close(), store.close()]);
});

test('a database is moved away by one process at a time', async () => {
  const place = await postgresPlace(server);
  const first = await sourceAt(place.address);
  await expect(sourceAt(place.address)).rejects.toThrow('Another move already works on this database');
  await first.close();
  await (await sourceAt(place.address)).close();
});

test('an envelope that waits has its job in the database it moved to, and leaves none behind', async () => {
  const [from, between, to] = [embeddedPlace(), await postgresPlace(server), embeddedPlace()];
  const store = await from.open();
  await store.keys.publish(key);
  const later = [anEnvelope({ dueAt: noon + minute })];
  for (const envelopes of [undefined, later, later]) {
    await store.outbox.accept(aSealedReport(envelopes && { envelopes }));
  }
  for (const claim of await store.outbox.claim(noon, 10)) await store.outbox.done(claim, noon);
  await store.close();
  await moved(from, between);
  expect(await jobsIn(between.address)).toBe(2);
  await moved(between, to);
  expect(await jobsIn(between.address)).toBe(0);
});

test('a database that is not there is said in one sentence that does not tell its password', async () => {
  const url = new URL((await postgresPlace(server)).address);
  url.password = 'wrong-and-secret';
  url.pathname = '/nowhere';
  const fault = await targetAt(url.href).catch(String);
  expect(fault).toMatch(/^Error: The database cannot be used \(.+\): [^\n]+\.$/);
  expect(fault).not.toContain('wrong-and-secret');
});

async function jobsIn(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${jobSchema}.job`);
  await client.end();
  return rows[0].n;
}
