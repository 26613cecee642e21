import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  assertDurable,
  assertNewEnough,
  openDatabase,
} from '../../../functions/report/outbox/embedded/open-database.ts';
import { openEmbeddedStore } from '../../../functions/report/outbox/embedded/open-embedded-store.ts';
import { storeFiles } from '../../../functions/report/outbox/embedded/store-files.ts';
import { epochDay, noon } from '../../support/a-sealed-report.ts';
import { recordFault } from '../../support/faults/record-fault.ts';
import { storeProcess } from '../../support/store-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { courierOn, intakeOn, usedStore } from '../../support/used-store.ts';

test('only its own user can read the store: folder 0700, every file 0600', async () => {
  const dataDir = path.join(temporaryFolder(), 'new');
  const stores = [await courierOn(dataDir), await intakeOn(dataDir)];
  onTestFinished(() => void stores.map((store) => store.close()));
  const folder = path.join(dataDir, 'outbox');
  expect([dataDir, folder].map(modeOf)).toEqual(['700', '700']);
  const files = readdirSync(folder);
  expect(files).toContain('outbox.db-wal');
  expect(files.map((name) => `${name} ${modeOf(path.join(folder, name))}`)).toEqual(files.map((name) => `${name} 600`));
});

const modeOf = (target: string): string => (statSync(target).mode & 0o777).toString(8);

test.each(['intake', 'courier'] as const)(
  'F9: a second %s on one store refuses to start, and says who has it',
  async (role) => {
    const dataDir = temporaryFolder();
    const holder = await storeProcess('hold', dataDir, role);
    const sentence = `Another ${role} (process ${holder.pid}) already works on ${path.join(dataDir, 'outbox')}: stop it first.`;
    await expect(openEmbeddedStore({ dataDir, role })).rejects.toThrow(sentence);
    expect((await storeProcess('hold', dataDir, role)).said).toEqual({ refused: sentence });
    expect((await storeProcess('hold', dataDir, role === 'intake' ? 'courier' : 'intake')).said).toBe('held');
    const result = 'refused to start, and said who has it';
    recordFault({ row: 'F9', adapter: 'embedded', injected: `a second ${role}`, times: 2, result });
  },
);

test('a second courier in the same process is refused too, and does not cost the first its lock', async () => {
  const dataDir = temporaryFolder();
  const first = await courierOn(dataDir);
  onTestFinished(() => first.close());
  await expect(courierOn(dataDir)).rejects.toThrow('stop it first');
  expect((await storeProcess('hold', dataDir, 'courier')).said).toHaveProperty('refused');
});

test('the lock of a killed process is free at once, whoever has its process id now', async () => {
  const dataDir = temporaryFolder();
  const holder = await storeProcess('hold', dataDir, 'courier');
  await holder.kill();
  writeFileSync(path.join(dataDir, 'outbox', 'courier.pid'), String(process.ppid));
  const next = await courierOn(dataDir);
  await next.close();
  await (await courierOn(dataDir)).close();
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

test('F7: a connection that would not survive a power cut, or would keep what is erased, is refused', () => {
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
    recordFault({ row: 'F7', adapter: 'embedded', injected: pragma, times: 1, result: 'refused' });
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

test('on the connection of intake even a wrapped private key cannot be read', async () => {
  const dataDir = await usedStore();
  const store = await intakeOn(dataDir);
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
  const [one, other] = [await courierOn(dataDir), await intakeOn(dataDir)];
  onTestFinished(() => void [one.close(), other.close()]);
  expect(await other.pulse.last()).toBeUndefined();
  await one.pulse.beat(noon);
  await one.pulse.beat(noon + 1);
  expect(await other.pulse.last()).toBe(noon + 1);
});
