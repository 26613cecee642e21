import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { database } from '../../../functions/report/commands/database.ts';
import { migrations } from '../../../functions/report/outbox/postgres/migrations.ts';
import { openPostgresStore } from '../../../functions/report/outbox/postgres/open-postgres-store.ts';
import { prepareDatabase } from '../../../functions/report/outbox/postgres/prepare-database.ts';
import { aSealedReport, noon } from '../../support/a-sealed-report.ts';
import { postgresServer } from '../../support/postgres/postgres-server.ts';
import { postgresStores } from '../../support/postgres/postgres-stores.ts';
import { asked, asUser, preparedDatabase } from '../../support/postgres/prepared-database.ts';

const server = await postgresServer();
const run = promisify(execFile);
const script = path.resolve('tests/fixtures/prepare-database.ts');

const versions = async (url: string) =>
  (await asked(url, 'SELECT version FROM know_the_signs.schema_version ORDER BY version')).map(
    ({ version }) => version,
  );
const known = migrations.map((_step, index) => index + 1);
const added = 'CREATE TABLE added (n integer)';

test('making a store twice is the same as once, and keeps what is in it', async () => {
  const { owner, intakeStore, courierStore, close } = await postgresStores(server);
  onTestFinished(close);
  await intakeStore.outbox.accept(aSealedReport());
  await prepareDatabase(owner);
  expect(await versions(owner)).toEqual(known);
  expect(await courierStore.outbox.claim(noon, 10)).toHaveLength(1);
});

test('four processes that make one store at the same moment agree on it', async () => {
  const url = await server.database();
  const said = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, [script, url])));
  expect(said.map(({ stdout }) => stdout.trim())).toEqual(Array(4).fill(String(migrations.length)));
  expect(await versions(url)).toEqual(known);
});

test('a step that fails leaves the store at the version before it', async () => {
  const { owner } = await preparedDatabase(server);
  await expect(prepareDatabase(owner, [...migrations, added, added])).rejects.toThrow('already exists');
  expect(await versions(owner)).toEqual(known);
  await prepareDatabase(owner, [...migrations, added]);
  expect(await versions(owner)).toEqual([...known, known.length + 1]);
});

test('a store of a newer program is refused and left as it is', async () => {
  const { owner, intake, courier } = await preparedDatabase(server);
  await prepareDatabase(owner, [...migrations, added]);
  for (const attempt of [
    () => prepareDatabase(owner),
    () => openPostgresStore({ url: intake, role: 'intake' }),
    () => openPostgresStore({ url: courier, role: 'courier' }),
  ]) {
    await expect(attempt()).rejects.toThrow('start the newer program');
  }
  expect(await versions(owner)).toEqual([...known, known.length + 1]);
});

test('a database without a store, or with an older one, is refused by both processes and says what to run', async () => {
  const { owner, intake, courier } = await preparedDatabase(server);
  await asked(
    owner,
    'DELETE FROM know_the_signs.schema_version WHERE version = (SELECT max(version) FROM know_the_signs.schema_version)',
  );
  const empty = await server.database();
  for (const [url, role, says] of [
    [intake, 'intake', `version ${migrations.length - 1}`],
    [courier, 'courier', `version ${migrations.length - 1}`],
    [asUser(empty, 'login_intake'), 'intake', 'no store yet'],
    [asUser(empty, 'login_courier'), 'courier', 'no store yet'],
  ] as const) {
    const message = await openPostgresStore({ url, role }).then(
      () => 'opened',
      (fault: Error) => fault.message,
    );
    expect(message).toContain(says);
    expect(message).toContain('npm run database');
  }
});

test('old processes go on with their work on a store that a newer one has changed, and while it does so', async () => {
  const { owner, intakeStore, courierStore, close } = await postgresStores(server);
  onTestFinished(close);
  let changing = true;
  const changed = prepareDatabase(owner, [...migrations, 'ALTER TABLE outbox ADD COLUMN newer bigint', added]).finally(
    () => {
      changing = false;
    },
  );
  const answers: string[] = [];
  while (changing) answers.push(await intakeStore.outbox.accept(aSealedReport()));
  await changed;
  answers.push(await intakeStore.outbox.accept(aSealedReport()));
  expect(new Set(answers)).toEqual(new Set(['stored']));
  const claims = await courierStore.outbox.claim(noon, answers.length + 1);
  expect(claims).toHaveLength(answers.length);
  expect(await courierStore.outbox.done(claims[0] ?? expect.fail(), noon)).toBe(true);
});

test('a login that may not make a store is told what to use', async () => {
  const url = asUser(await server.database(), 'login_intake');
  await preparedDatabase(server);
  await expect(prepareDatabase(url)).rejects.toThrow("put the database's owner");
});

test('npm run database makes the store and says which logins to make next', async () => {
  const url = await server.database();
  const lines: string[] = [];
  const input = { args: [], folder: '.', now: new Date(noon), print: (line: string) => lines.push(line) };
  expect(await database({ ...input, env: { DATABASE_URL: url } })).toBe(0);
  expect(await versions(url)).toEqual(known);
  expect(lines.join('\n')).toContain('IN ROLE know_the_signs_intake');
  expect(lines.join('\n')).toContain('IN ROLE know_the_signs_courier');
  expect(lines.join('\n')).not.toContain(url);
  await expect(database({ ...input, env: {} })).rejects.toThrow('Set DATABASE_URL');
});
