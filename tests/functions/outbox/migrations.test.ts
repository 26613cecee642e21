import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations } from '../../../functions/report/outbox/embedded/migrations.ts';
import { aSealedReport, noon } from '../../support/a-sealed-report.ts';
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
  migrate(newer, [...migrations, 'ALTER TABLE outbox ADD COLUMN opened_at INTEGER']);
  newer.close();
  expect(await old.outbox.accept(aSealedReport())).toBe('stored');
  expect(await old.outbox.claim(noon, 100)).toHaveLength(21);
});
