import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { backUpStore } from '../../../functions/report/outbox/embedded/back-up-store.ts';
import { faultOfCopy } from '../../../functions/report/outbox/embedded/copy-database.ts';
import { restoreStore } from '../../../functions/report/outbox/embedded/restore-store.ts';
import { anEnvelope, aSealedReport, noon } from '../../support/a-sealed-report.ts';
import { storeProcess } from '../../support/store-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { courierOn, intakeOn, usedStore } from '../../support/used-store.ts';

const newFile = () => path.join(temporaryFolder(), 'backup.db');

test('a backup is one file for its owner alone, and says how much in it is not delivered', async () => {
  const dataDir = await usedStore();
  const to = newFile();
  expect(backUpStore({ dataDir, to })).toBe(20);
  expect(readdirSync(path.dirname(to))).toEqual(['backup.db']);
  expect(statSync(to).mode & 0o777).toBe(0o600);
  expect(faultOfCopy(to)).toBeUndefined();
});

test('a backup never takes the place of a file, and needs a store and a folder', async () => {
  const dataDir = await usedStore();
  const to = newFile();
  writeFileSync(to, 'something else');
  expect(() => backUpStore({ dataDir, to })).toThrow(/is there already: .+\.$/);
  expect(readFileSync(to, 'utf8')).toBe('something else');
  expect(() => backUpStore({ dataDir, to: path.join(temporaryFolder(), 'no', 'b.db') })).toThrow('make it first');
  expect(() => backUpStore({ dataDir: temporaryFolder(), to: newFile() })).toThrow('Nothing was ever stored here');
});

test('a file that takes the name while the copy is made is not replaced', async () => {
  const dataDir = await usedStore();
  const to = newFile();
  const step = (name: string) => name === 'checked' && writeFileSync(to, 'something else');
  expect(() => backUpStore({ dataDir, to, step })).toThrow('is there already');
  expect(readFileSync(to, 'utf8')).toBe('something else');
  expect(readdirSync(path.dirname(to))).toEqual(['backup.db']);
});

test('a copy that is damaged is not called a backup', async () => {
  const dataDir = await usedStore();
  const to = newFile();
  const step = (name: string) => {
    const part = `${to}.part`;
    if (name === 'copied') writeFileSync(part, readFileSync(part).fill(0xa5, 4096, 12_288));
  };
  expect(() => backUpStore({ dataDir, to, step })).toThrow(/^No backup was made \(The copy is not whole \(.+\)\)/);
  expect(readdirSync(path.dirname(to))).toEqual([]);
});

test.each([
  ['copied', false],
  ['checked', false],
  ['named', true],
] as const)('a backup killed when it is %s leaves no half file under its name', async (dieAt, isThere) => {
  const dataDir = await usedStore();
  const to = newFile();
  const [, signal] = await once(backupProcess(dataDir, to, dieAt), 'exit');
  expect(signal).toBe('SIGKILL');
  expect(existsSync(to)).toBe(isThere);
  if (isThere) expect(faultOfCopy(to)).toBeUndefined();
  else expect(backUpStore({ dataDir, to })).toBe(20);
});

test('a backup killed while it copies leaves no half file under its name, and the next one is whole', async () => {
  const dataDir = await usedStore(120, 200_000);
  const to = newFile();
  const child = backupProcess(dataDir, to);
  const ended = once(child, 'exit');
  while (!existsSync(`${to}.part`) && child.exitCode === null) await new Promise(setImmediate);
  child.kill('SIGKILL');
  await ended;
  if (existsSync(to)) expect(faultOfCopy(to)).toBeUndefined();
  const another = newFile();
  expect(backUpStore({ dataDir, to: another })).toBe(120);
  expect(faultOfCopy(another)).toBeUndefined();
});

function backupProcess(...args: readonly string[]) {
  const child = spawn(process.execPath, [path.resolve('tests/fixtures/backup-process.ts'), ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('while intake takes and a courier sends, every backup is whole and none of it is lost after a restore', async () => {
  const dataDir = await usedStore();
  const courier = await courierOn(dataDir);
  onTestFinished(() => courier.close());
  let accepting = true;
  const intake = storeProcess('accept', dataDir, 'intake').then(({ said }) => {
    accepting = false;
    return said as string[];
  });
  const inFlight = await courier.outbox.claim(noon, 5);
  const done = new Set<string>();
  while (accepting) {
    await new Promise(setImmediate);
    const deliveredBefore = new Set(done);
    const to = newFile();
    backUpStore({ dataDir, to });
    const again = path.join(temporaryFolder(), 'again');
    mkdirSync(again);
    restoreStore({ dataDir: again, from: to });
    const restored = await courierOn(again);
    const claims = await restored.outbox.claim(noon, 1000);
    await restored.close();
    expect(claims.map(({ id }) => id)).toEqual(expect.arrayContaining(inFlight.map(({ id }) => id)));
    expect(claims.filter(({ id }) => deliveredBefore.has(id))).toEqual([]);
    expect(claims.every(({ ambiguous }) => ambiguous)).toBe(true);
    for (const claim of await courier.outbox.claim(noon, 10))
      if (await courier.outbox.done(claim, noon)) done.add(claim.id);
  }
  const ids = await intake;
  const to = newFile();
  backUpStore({ dataDir, to });
  const known = new DatabaseSync(to, { readOnly: true });
  onTestFinished(() => known.close());
  expect(
    known
      .prepare('SELECT id FROM report')
      .all()
      .map((row) => row['id']),
  ).toEqual(expect.arrayContaining(ids));
});

test('of what was delivered no sealed byte is in a backup', async () => {
  const dataDir = await usedStore();
  const courier = await courierOn(dataDir);
  onTestFinished(() => courier.close());
  await courier.outbox.accept(
    aSealedReport({ envelopes: [anEnvelope({ sealed: Buffer.from('canary-'.repeat(2000)) })] }),
  );
  const [first, second] = [newFile(), newFile()];
  backUpStore({ dataDir, to: first });
  expect(readFileSync(first).includes('canary-')).toBe(true);
  for (const claim of await courier.outbox.claim(noon, 100)) await courier.outbox.done(claim, noon);
  expect(backUpStore({ dataDir, to: second })).toBe(0);
  expect(readFileSync(second).includes('canary-')).toBe(false);
});

test('a restored store takes and delivers, knows its ids, and marks what may have been delivered since', async () => {
  const dataDir = await usedStore();
  const courier = await courierOn(dataDir);
  const [delivered, buried, inHand] = await courier.outbox.claim(noon, 3);
  await courier.outbox.done(delivered ?? expect.fail(), noon);
  await courier.outbox.dead(buried ?? expect.fail(), noon);
  const from = newFile();
  backUpStore({ dataDir, to: from });
  await courier.close();
  const again = path.join(temporaryFolder(), 'again');
  expect(restoreStore({ dataDir: again, from })).toBe(19);
  const [next, intake] = [await courierOn(again), await intakeOn(again)];
  onTestFinished(() => void [next.close(), intake.close()]);
  expect(await intake.outbox.accept(aSealedReport({ id: delivered?.id ?? '' }))).toBe('duplicate');
  expect(await intake.outbox.accept(aSealedReport())).toBe('stored');
  expect(await next.outbox.stats(noon)).toMatchObject({ due: 19, leased: 0, dead: 1 });
  const claims = await next.outbox.claim(noon, 100);
  expect(claims.filter(({ ambiguous }) => ambiguous)).toHaveLength(18);
  expect(claims.find(({ id }) => id === inHand?.id)).toMatchObject({ attempt: 2, ambiguous: true });
});

test('a store is not restored over another one, nor while a process holds its place', async () => {
  const dataDir = await usedStore();
  const from = newFile();
  backUpStore({ dataDir, to: from });
  expect(() => restoreStore({ dataDir, from })).toThrow(/has a store already: move that folder away, then restore\.$/);
  for (const role of ['intake', 'courier'] as const) {
    const holder = await storeProcess('hold', dataDir, role);
    expect(() => restoreStore({ dataDir, from })).toThrow(`Another ${role} (process ${holder.pid})`);
    await holder.kill();
  }
});

test.each<[string, (file: string) => void, RegExp]>([
  ['is not a store', (file) => writeFileSync(file, 'nonsense, '.repeat(1000)), /not a database/],
  ['is another database', (file) => execute(file, 'CREATE TABLE other (n)'), /not a store of this site/],
  ['is cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_480)), /malformed|page/i],
  ['is of a newer program', (file) => execute(file, 'INSERT INTO schema_version VALUES (99)'), /newer program/],
])('a file that %s is not restored, and nothing is made', async (_about, damage, why) => {
  const from = newFile();
  if (!/another/.test(_about)) backUpStore({ dataDir: await usedStore(), to: from });
  damage(from);
  const dataDir = temporaryFolder();
  expect(() => restoreStore({ dataDir, from })).toThrow(why);
  expect(readdirSync(path.join(dataDir, 'outbox')).filter((name) => /outbox|in-use/.test(name))).toEqual([]);
});

test('a backup that is not there is not restored', () => {
  expect(() => restoreStore({ dataDir: temporaryFolder(), from: newFile() })).toThrow('There is no file');
});

function execute(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
