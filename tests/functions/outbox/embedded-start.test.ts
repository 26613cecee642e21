import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations } from '../../../functions/report/outbox/embedded/migrations.ts';
import {
  assertDurable,
  assertNewEnough,
  openDatabase,
} from '../../../functions/report/outbox/embedded/open-database.ts';
import { openEmbeddedStore } from '../../../functions/report/outbox/embedded/open-embedded-store.ts';
import { storeFiles } from '../../../functions/report/outbox/embedded/store-files.ts';
import { aSealedReport, epochDay, noon } from '../../support/a-sealed-report.ts';
import { storeProcess } from '../../support/store-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const courier = (dataDir: string) => openEmbeddedStore({ dataDir, role: 'courier' });
const intake = (dataDir: string) => openEmbeddedStore({ dataDir, role: 'intake' });
const fileOf = (dataDir: string) => storeFiles(dataDir).database;

/** A store with twenty reports in it, closed again. */
async function usedStore(): Promise<string> {
  const dataDir = temporaryFolder();
  const store = await courier(dataDir);
  await store.keys.publish({ day: epochDay, publicKey: Buffer.alloc(32, 1), wrapped: Buffer.alloc(64, 1) });
  await Promise.all(Array.from({ length: 20 }, () => store.outbox.accept(aSealedReport())));
  await store.close();
  return dataDir;
}

test('only its own user can read the store: folder 0700, every file 0600', async () => {
  const dataDir = path.join(temporaryFolder(), 'new');
  const stores = [await courier(dataDir), await intake(dataDir)];
  onTestFinished(() => void stores.map((store) => store.close()));
  const folder = path.join(dataDir, 'outbox');
  expect([dataDir, folder].map(modeOf)).toEqual(['700', '700']);
  const files = readdirSync(folder);
  expect(files).toContain('outbox.db-wal');
  expect(files.map((name) => `${name} ${modeOf(path.join(folder, name))}`)).toEqual(files.map((name) => `${name} 600`));
});

const modeOf = (target: string): string => (statSync(target).mode & 0o777).toString(8);

test.each(['intake', 'courier'] as const)(
  'a second %s on one store refuses to start, and says who has it',
  async (role) => {
    const dataDir = temporaryFolder();
    const holder = await storeProcess('hold', dataDir, role);
    const sentence = `Another ${role} (process ${holder.pid}) already works on ${path.join(dataDir, 'outbox')}: stop it first.`;
    await expect(openEmbeddedStore({ dataDir, role })).rejects.toThrow(sentence);
    expect((await storeProcess('hold', dataDir, role)).said).toEqual({ refused: sentence });
    expect((await storeProcess('hold', dataDir, role === 'intake' ? 'courier' : 'intake')).said).toBe('held');
  },
);

test('a second courier in the same process is refused too, and does not cost the first its lock', async () => {
  const dataDir = temporaryFolder();
  const first = await courier(dataDir);
  onTestFinished(() => first.close());
  await expect(courier(dataDir)).rejects.toThrow('stop it first');
  expect((await storeProcess('hold', dataDir, 'courier')).said).toHaveProperty('refused');
});

test('the lock of a killed process is free at once, whoever has its process id now', async () => {
  const dataDir = temporaryFolder();
  const holder = await storeProcess('hold', dataDir, 'courier');
  await holder.kill();
  writeFileSync(path.join(dataDir, 'outbox', 'courier.pid'), String(process.ppid));
  const next = await courier(dataDir);
  await next.close();
  await (await courier(dataDir)).close();
});

test('eight processes that make one store at the same moment agree on it', async () => {
  const dataDir = temporaryFolder();
  const all = await Promise.all(
    Array.from({ length: 8 }, (_each, n) => storeProcess('hold', dataDir, n % 2 ? 'intake' : 'courier')),
  );
  expect(all.map(({ said }) => said).filter((said) => said === 'held')).toHaveLength(2);
  for (const { said } of all)
    if (said !== 'held') expect(said).toMatchObject({ refused: expect.stringContaining('stop it first') });
});

const damages: readonly (readonly [string, (file: string) => void, RegExp])[] = [
  ['cut to nothing', (file) => truncateSync(file, 0), /missing or empty/],
  ['removed', (file) => rmSync(file), /missing or empty/],
  ['cut in half', (file) => truncateSync(file, Math.floor(statSync(file).size / 2)), /malformed|missing|page/i],
  ['cut within a page', (file) => truncateSync(file, statSync(file).size - 100), /malformed|page/i],
  ['overwritten with text', (file) => writeFileSync(file, 'not a database at all, '.repeat(1000)), /not a database/],
  ['overwritten in the middle', (file) => overwrite(file, 8192, 4096), /.+/],
  ['emptied of its tables', (file) => execute(file, dropAll), /tables are gone/],
  ['set to another journal mode', (file) => execute(file, 'PRAGMA journal_mode = DELETE'), /journal mode was changed/],
];

test.each(damages)(
  'a store that was %s refuses to start with one sentence, and is left as it is',
  async (_about, damage, why) => {
    const dataDir = await usedStore();
    const file = fileOf(dataDir);
    damage(file);
    const before = contents(file);
    const fault = await courier(dataDir).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(String(fault)).toMatch(why);
    expect(String(fault)).toMatch(/^Error: The store .+ cannot be used \(.+\): it was left as it is; .+\.$/);
    await expect(intake(dataDir)).rejects.toThrow('cannot be used');
    expect(contents(file)).toEqual(before);
  },
);

const contents = (file: string) => {
  try {
    return readFileSync(file).toString('base64');
  } catch {
    return 'none';
  }
};
const overwrite = (file: string, from: number, length: number) => {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xa5, from, from + length));
};
const dropAll = `DROP TABLE outbox; DROP TABLE report; DROP TABLE epoch_key; DROP TABLE day_count;
  DROP TABLE courier_pulse; DROP TABLE schema_version`;
const execute = (file: string, sql: string) => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

test('a connection that would not survive a power cut, or would keep what is erased, is refused', () => {
  const files = storeFiles(temporaryFolder());
  for (const [pragma, name] of [
    ['synchronous = NORMAL', 'synchronous = 1'],
    ['synchronous = OFF', 'synchronous = 0'],
    ['secure_delete = OFF', 'secure_delete = 0'],
    ['foreign_keys = OFF', 'foreign_keys = 0'],
    ['journal_mode = DELETE', 'journal_mode = delete'],
  ] as const) {
    const database = openReady(files);
    assertDurable(database);
    database.exec(`PRAGMA ${pragma}`);
    expect(() => assertDurable(database)).toThrow(name);
    database.exec('PRAGMA journal_mode = WAL');
    database.close();
  }
});

function openReady(files: ReturnType<typeof storeFiles>) {
  mkdirSync(files.folder, { recursive: true });
  return openDatabase(files, 'courier');
}

test('an SQLite that could damage a file which two processes share is refused', () => {
  for (const version of ['3.51.2', '3.45.1', '2.99.99']) expect(() => assertNewEnough(version)).toThrow('Node 24.15');
  for (const version of ['3.51.3', '3.51.10', '3.53.0', '4.0.0']) expect(() => assertNewEnough(version)).not.toThrow();
});

test('bringing a store up to date twice is the same as once, and keeps what is in it', async () => {
  const dataDir = await usedStore();
  const store = await courier(dataDir);
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
  const old = await courier(dataDir);
  onTestFinished(() => old.close());
  const newer = new DatabaseSync(fileOf(dataDir), { timeout: 5000 });
  migrate(newer, [...migrations, 'ALTER TABLE outbox ADD COLUMN opened_at INTEGER']);
  newer.close();
  expect(await old.outbox.accept(aSealedReport())).toBe('stored');
  expect(await old.outbox.claim(noon, 100)).toHaveLength(21);
});

test('on the connection of intake even a wrapped private key cannot be read', async () => {
  const dataDir = await usedStore();
  const store = await intake(dataDir);
  expect((await store.keys.current(epochDay))?.day).toBe(epochDay);
  await expect(store.keys.wrapped(epochDay)).rejects.toThrow('Intake holds no private keys');
  await store.close();
  const database = openDatabase(storeFiles(dataDir), 'intake');
  onTestFinished(() => database.close());
  expect(() => database.prepare('SELECT wrapped_private FROM epoch_key')).toThrow('prohibited');
  expect(() => database.prepare('SELECT * FROM epoch_key')).toThrow('prohibited');
});

test('a courier says that it lives, for intake to see', async () => {
  const dataDir = await usedStore();
  const [one, other] = [await courier(dataDir), await intake(dataDir)];
  onTestFinished(() => void [one.close(), other.close()]);
  expect(await other.pulse.last()).toBeUndefined();
  await one.pulse.beat(noon);
  await one.pulse.beat(noon + 1);
  expect(await other.pulse.last()).toBe(noon + 1);
});
