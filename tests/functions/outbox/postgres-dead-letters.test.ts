import { describe, expect, onTestFinished, test } from 'vitest';
import { postgresDesk } from '../../../functions/report/commands/outbox/postgres-desk.ts';
import { connect } from '../../../functions/report/outbox/postgres/connect.ts';
import { postgresDeadLetters } from '../../../functions/report/outbox/postgres/dead-letters.ts';
import { aSealedReport, minute, noon } from '../../support/a-sealed-report.ts';
import { testDeadLetters } from '../../support/outbox/dead-letters-suite.ts';
import { postgresServer } from '../../support/postgres/postgres-server.ts';
import { postgresStores } from '../../support/postgres/postgres-stores.ts';
import { asked } from '../../support/postgres/prepared-database.ts';

const server = await postgresServer();

async function storeWithDesk() {
  const stores = await postgresStores(server);
  const pool = connect(stores.courier, 2);
  const close = async () => {
    await pool.end();
    await stores.close();
  };
  const outbox = { ...stores.courierStore.outbox, accept: stores.intakeStore.outbox.accept };
  return { ...stores, outbox, keys: stores.courierStore.keys, dead: postgresDeadLetters(pool), close };
}

describe('dead letters of the PostgreSQL store', () => testDeadLetters(storeWithDesk));

test('what is due again has its job again, and what was given up has none', async () => {
  const { outbox, dead, owner, close } = await storeWithDesk();
  onTestFinished(close);
  const report = aSealedReport();
  const name = { id: report.id, recipient: 'police' };
  const jobs = async () => (await asked(owner, 'SELECT data FROM know_the_signs_jobs.job')).map(({ data }) => data);
  await outbox.accept(report);
  const bury = async (now: number) => {
    for (const claim of await outbox.claim(now, 1)) await outbox.dead(claim, now);
  };
  await bury(noon);
  expect(await jobs()).toEqual([]);
  await dead.again(name, noon + minute);
  expect(await jobs()).toEqual([name]);
  await bury(noon + minute);
  await dead.giveUp(name, noon + minute);
  expect(await jobs()).toEqual([]);
});

test("the operator's desk counts what waits and knows when a courier last lived, and intake's login may not open it", async () => {
  const { outbox, courierStore, courier, intake, close } = await storeWithDesk();
  onTestFinished(close);
  await outbox.accept(aSealedReport());
  await courierStore.pulse.beat(noon);
  const desk = await postgresDesk(courier);
  onTestFinished(() => desk.close());
  expect(await desk.stats(noon)).toMatchObject({ due: 1, dead: 0 });
  expect(await desk.lastBeat()).toBe(noon);
  expect(await desk.dead.list()).toEqual([]);
  await expect(postgresDesk(intake)).rejects.toThrow('may not work as courier');
});
