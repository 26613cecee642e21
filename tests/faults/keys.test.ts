import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { epochPrivateKeys } from '../../functions/report/courier/epoch-private-keys.ts';
import { openBox } from '../../functions/report/courier/open-box.ts';
import type { Store } from '../../functions/report/outbox/store.ts';
import { sealMessages } from '../../functions/report/steps/seal.ts';
import { anEnvelope, aSealedReport, dayMs, noon } from '../support/a-sealed-report.ts';
import { masterKey, openedStore } from '../support/courier-kit.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { storesUnderTest } from '../support/faults/stores-under-test.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A later day than any that the stores under test come with, so that its key is ours. */
const now = noon + 30 * dayMs;
const today = new Date(now).toISOString().slice(0, 10);

/** A store with today's keys and one sealed report in it; answers the box as it lies there. */
async function sealedIn({ keys, outbox }: Store) {
  const mine = epochPrivateKeys({ keys, masterKey });
  await mine.publish(now);
  const report = aSealedReport();
  const { publicKey } = (await keys.current(today)) ?? expect.fail();
  const messages = [{ recipient: 'police', bytes: Buffer.from('an invented mail') }];
  const [sealed = Buffer.of()] = sealMessages({ id: report.id, epochPublicKey: publicKey, messages });
  const envelopes = [anEnvelope({ sealed, epoch: today, dueAt: now })];
  expect(await outbox.accept({ ...report, acceptedAt: now, envelopes })).toBe('stored');
  return { mine, box: { id: report.id, recipient: 'police', sealed } };
}

describe.each(await storesUnderTest())('$adapter', ({ adapter, open }) => {
  test('F31: with another master key nothing opens, the courier is told so in one sentence, and the report stays', async () => {
    const store = await open();
    await sealedIn(store);
    const other = epochPrivateKeys({ keys: store.keys, masterKey: randomBytes(32) });
    await expect(other.publish(now)).rejects.toThrow('set MASTER_KEY_FILE to the one that made them');
    expect(await other.privateKey(today)).toBeUndefined();
    expect((await store.outbox.stats(now)).due).toBe(1);
    recordFault({
      row: 'F31',
      adapter,
      injected: 'wrong master key',
      times: 1,
      result: 'refuses to start, the report stays sealed',
    });
  });

  test('F31: a master key that is missing or of another length is refused at once', async () => {
    const { keys } = await open();
    for (const length of [0, 31, 33]) {
      expect(() => epochPrivateKeys({ keys, masterKey: Buffer.alloc(length) })).toThrow('32 bytes');
    }
    recordFault({
      row: 'F31',
      adapter,
      injected: 'no master key, or one of another length',
      times: 3,
      result: 'refused',
    });
  });

  test('F31: a report that waits while the master key is changed still opens with its own day', async () => {
    const store = await open();
    const { box } = await sealedIn(store);
    const changed = epochPrivateKeys({ keys: store.keys, masterKey: randomBytes(32), formerMasterKeys: [masterKey] });
    await changed.publish(now + dayMs);
    const privateKey = (await changed.privateKey(today)) ?? expect.fail();
    expect(openBox({ ...box, privateKey })?.toString()).toBe('an invented mail');
    recordFault({
      row: 'F31',
      adapter,
      injected: 'master key changed while a report waits',
      times: 1,
      result: 'it still opens',
    });
  });
});

test('F33: once a report is delivered and its day over, neither a copy of its box nor the store can give it back', async () => {
  const dataDir = temporaryFolder();
  const store = await openedStore(dataDir);
  const { mine, box } = await sealedIn(store);
  const wrapped = (await store.keys.wrapped(today)) ?? expect.fail();
  const [claim = expect.fail()] = await store.outbox.claim(now, 1);
  expect(await store.outbox.done(claim, now)).toBe(true);
  expect(await mine.shred(now + 2 * dayMs)).toBeGreaterThan(0);
  while (!(await store.outbox.tidy(now + 2 * dayMs)));
  expect(await mine.privateKey(today)).toBeUndefined();
  const folder = path.join(dataDir, 'outbox');
  const files = Buffer.concat(readdirSync(folder).map((name) => readFileSync(path.join(folder, name))));
  expect(files.includes(Buffer.from(wrapped))).toBe(false);
  expect(files.includes(Buffer.from(box.sealed).subarray(100, 200))).toBe(false);
  recordFault({
    row: 'F33',
    adapter: 'embedded',
    injected: 'key of a day destroyed after delivery',
    times: 1,
    result: 'neither its key nor the box is in any file of the store',
  });
});
