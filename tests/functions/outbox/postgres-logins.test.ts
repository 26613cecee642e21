import { expect, onTestFinished, test } from 'vitest';
import { openPostgresStore } from '../../../functions/report/outbox/postgres/open-postgres-store.ts';
import { epochDay, noon } from '../../support/a-sealed-report.ts';
import { freePort } from '../../support/free-port.ts';
import { postgresServer } from '../../support/postgres/postgres-server.ts';
import { postgresStores } from '../../support/postgres/postgres-stores.ts';
import { asked, asUser, preparedDatabase } from '../../support/postgres/prepared-database.ts';

const server = await postgresServer();

const open = async (url: string, role: 'intake' | 'courier') => {
  const store = await openPostgresStore({ url, role });
  onTestFinished(() => store.close());
  return store;
};

test.each([
  ['a wrapped private key', 'SELECT wrapped_private FROM know_the_signs.epoch_key'],
  ['every column of a key', 'SELECT * FROM know_the_signs.epoch_key'],
  ['a report, sealed as it is', 'SELECT sealed FROM know_the_signs.outbox'],
  ['who a report went to', 'SELECT recipient FROM know_the_signs.outbox'],
  ['the hash of a receipt', 'SELECT receipt_hash FROM know_the_signs.report'],
  ['which reports wait', 'SELECT data FROM know_the_signs_jobs.job'],
])('the login of intake cannot read %s', async (_what, question) => {
  const { intake } = await preparedDatabase(server);
  await expect(asked(intake, question)).rejects.toThrow('permission denied');
});

test.each([
  ["shred a day's key", 'UPDATE know_the_signs.epoch_key SET shredded_at = 1'],
  ['put in a key of its own', "INSERT INTO know_the_signs.epoch_key VALUES ('2027-03-15', '', '', NULL)"],
  ['take away a report', 'DELETE FROM know_the_signs.report'],
  ['change where a report goes', "UPDATE know_the_signs.outbox SET recipient = 'x'"],
  ['become the courier', 'SET ROLE know_the_signs_courier'],
  ['change the tables', 'ALTER TABLE know_the_signs.outbox ADD COLUMN x text'],
])('the login of intake cannot %s', async (_what, statement) => {
  const { intake } = await preparedDatabase(server);
  await expect(asked(intake, statement)).rejects.toThrow(/permission denied|must be owner/);
});

test('intake refuses to start with a login that can read private keys, whichever way', async () => {
  const { owner, courier } = await preparedDatabase(server);
  await asked(owner, `CREATE ROLE login_both LOGIN IN ROLE know_the_signs_intake, know_the_signs_courier`);
  await asked(owner, `CREATE ROLE login_later LOGIN IN ROLE know_the_signs_intake`);
  await asked(owner, `CREATE ROLE login_between NOINHERIT; GRANT know_the_signs_courier TO login_between`);
  await asked(owner, `GRANT login_between TO login_later`);
  await asked(owner, `CREATE ROLE login_given LOGIN IN ROLE know_the_signs_intake`);
  await asked(owner, `GRANT SELECT (wrapped_private) ON know_the_signs.epoch_key TO login_given`);
  await expect(open(courier, 'intake')).rejects.toThrow('"login_courier" may not work as intake');
  for (const url of [owner, ...['login_both', 'login_later', 'login_given'].map((name) => asUser(owner, name))]) {
    await expect(open(url, 'intake')).rejects.toThrow('can read private keys');
  }
});

test('a process refuses to start with a login that has not its role, and says what to grant', async () => {
  const { owner, intake } = await preparedDatabase(server);
  await asked(owner, 'CREATE ROLE login_nobody LOGIN');
  await expect(open(intake, 'courier')).rejects.toThrow('GRANT know_the_signs_courier');
  await expect(open(asUser(owner, 'login_nobody'), 'intake')).rejects.toThrow('GRANT know_the_signs_intake');
  await expect(open(asUser(owner, 'login_nobody'), 'courier')).rejects.toThrow('GRANT know_the_signs_courier');
});

test('what the store of intake is asked about private keys is refused', async () => {
  const { intakeStore, close } = await postgresStores(server);
  onTestFinished(close);
  expect((await intakeStore.keys.current(epochDay))?.day).toBe(epochDay);
  await expect(intakeStore.keys.wrapped(epochDay)).rejects.toThrow('Intake holds no private keys');
  await expect(intakeStore.keys.shredBefore('2030-01-01', noon)).rejects.toThrow('Intake holds no private keys');
});

test.each([
  ['synchronous_commit', 'off', 'SET synchronous_commit = off'],
  ['synchronous_commit', 'local', 'SET synchronous_commit = local'],
])('a login whose %s is %s is refused', async (name, value, statement) => {
  const { owner, courier } = await preparedDatabase(server);
  const database = new URL(owner).pathname.slice(1);
  await asked(owner, `ALTER ROLE login_courier IN DATABASE ${database} ${statement}`);
  await expect(open(courier, 'courier')).rejects.toThrow(`${name} = ${value}, so a power cut would lose reports`);
});

test.each(['fsync', 'full_page_writes'])('a server whose %s is off is refused', async (name) => {
  const careless = await postgresServer({ settings: { [name]: 'off' } });
  const { courier } = await preparedDatabase(careless);
  await expect(open(courier, 'courier')).rejects.toThrow(`${name} = off, so a power cut would lose reports`);
});

test('a database that is not there is told in one sentence without its URL', async () => {
  const { courier } = await preparedDatabase(server);
  const nowhere = `postgres://someone:secret-word@127.0.0.1:${await freePort()}/somewhere`;
  const faults = [nowhere, 'secret-word', `${courier}_not`].map((url) =>
    open(url, 'courier').then(
      () => 'opened',
      (fault: Error) => fault.message,
    ),
  );
  for (const message of await Promise.all(faults)) {
    expect(message).toMatch(
      /^The database cannot be used \(.+\): see that it runs and that the URL names its courier login\.$/,
    );
    expect(message).not.toContain('secret-word');
  }
});

test('both processes say the same of a courier that lives, and each courier has a row of its own', async () => {
  const { courier, owner, courierStore, intakeStore, close } = await postgresStores(server, { courier: 'first' });
  onTestFinished(close);
  expect(await intakeStore.pulse.last()).toBeUndefined();
  await courierStore.pulse.beat(noon);
  await (await open(courier, 'courier')).pulse.beat(noon + 5);
  await courierStore.pulse.beat(noon + 1);
  expect(await intakeStore.pulse.last()).toBe(noon + 5);
  expect(await asked(owner, 'SELECT * FROM know_the_signs.courier_pulse')).toHaveLength(2);
  await courierStore.outbox.tidy(noon + 2 * 86_400_000);
  expect(await asked(owner, 'SELECT * FROM know_the_signs.courier_pulse')).toHaveLength(0);
});

test('nobody can log in as one of the group roles themselves', async () => {
  const { owner } = await preparedDatabase(server);
  for (const name of ['know_the_signs_intake', 'know_the_signs_courier']) {
    await expect(asked(asUser(owner, name), 'SELECT 1')).rejects.toThrow('is not permitted to log in');
  }
});
