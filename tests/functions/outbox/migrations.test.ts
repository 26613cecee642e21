import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations } from '../../../functions/report/outbox/embedded/migrations.ts';
import { aSealedReport, noon } from '../../support/a-sealed-report.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { courierOn, fileOf, usedStore } from '../../support/used-store.ts';

test('bringing a store up to date twice is the same as once, and keeps what is in it', async () => {
  const dataDir = await usedStore();
  const store = await courierOn(dataDir);
  onTestFinished(() => store.close());
  expect(await store.outbox.claim(noon, 100)).toHaveLength(20);
});

test('a step that fails leaves the store at the version before it', () => {
  const database = new DatabaseSync(':memory:');
  const good = 'CREATE TABLE added (n INTEGER) STRICT';
  expect(() => migrate(database, [...migrations, good, 'CREATE TABLE added (n INTEGER) STRICT'])).toThrow(
    'already exists',
  );
  migrate(database, migrations);
  migrate(database, [...migrations, good]);
  migrate(database, [...migrations, good]);
  const versions = database
    .prepare('SELECT version FROM schema_version')
    .all()
    .map((row) => Object.values(row)[0]);
  expect(versions).toEqual(Array.from({ length: migrations.length + 1 }, (_each, index) => index + 1));
});

test('a store of a newer program is refused and left as it is', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, [...migrations, 'CREATE TABLE newer (n INTEGER) STRICT']);
  expect(() => migrate(database)).toThrow('start the newer program');
});

test('an old process goes on with its work on a store that a newer one has changed', async () => {
  const dataDir = await usedStore();
  const old = await courierOn(dataDir);
  onTestFinished(() => old.close());
  const newer = new DatabaseSync(fileOf(dataDir), { timeout: 5000 });
  migrate(newer, [...migrations, 'ALTER TABLE outbox ADD COLUMN added_later INTEGER']);
  newer.close();
  expect(await old.outbox.accept(aSealedReport())).toBe('stored');
  expect(await old.outbox.claim(noon, 100)).toHaveLength(21);
});

test('a process of version 1 takes and delivers before, while and after another brings its store up to date', async () => {
  const dataDir = temporaryFolder();
  mkdirSync(path.dirname(fileOf(dataDir)), { recursive: true, mode: 0o700 });
  const old = oldProcess(fileOf(dataDir));
  await old.delivered(20);
  expect(versionOf(fileOf(dataDir))).toBe(1);
  const store = await courierOn(dataDir);
  onTestFinished(() => store.close());
  const before = old.ids.length;
  expect(versionOf(fileOf(dataDir))).toBe(migrations.length);
  await old.delivered(before + 20);
  await store.outbox.tidy(noon);
  await old.delivered(before + 40);
  await old.kill();
  const database = new DatabaseSync(fileOf(dataDir), { readOnly: true });
  onTestFinished(() => database.close());
  const rows = database.prepare(`SELECT id FROM outbox WHERE state = 'delivered' AND sealed IS NULL`).all();
  expect(rows.map((row) => row['id'])).toEqual(expect.arrayContaining(old.ids));
  for (const id of old.ids) expect(await store.outbox.accept(aSealedReport({ id }))).toBe('duplicate');
});

const versionOf = (file: string): number => {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  const row = database.prepare('SELECT max(version) AS version FROM schema_version').get();
  database.close();
  return Number(row?.['version']);
};

/** The program's first version at work, in a process that ends with the test. */
function oldProcess(file: string) {
  const script = path.resolve('tests/fixtures/version-1-process.ts');
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const ids: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => ids.push(line));
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  const delivered = async (count: number) => {
    while (ids.length < count) {
      const next = await Promise.race([once(lines, 'line'), ended]);
      if (next.length === 2) throw new Error(`The old process ended after ${ids.length} reports.`);
    }
  };
  return { ids, delivered, kill };
}
