import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { epochPrivateKeys } from '../../../functions/report/courier/epoch-private-keys.ts';
import { openBox } from '../../../functions/report/courier/open-box.ts';
import { unwrapKey, wrapKey } from '../../../functions/report/courier/wrap-key.ts';
import { openEmbeddedStore } from '../../../functions/report/outbox/embedded/open-embedded-store.ts';
import { sealMessages } from '../../../functions/report/steps/seal.ts';
import { anEnvelope, aSealedReport, dayMs, epochDay, noon } from '../../support/a-sealed-report.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const masterKey = randomBytes(32);

async function emptyStore(dataDir = temporaryFolder()) {
  const store = await openEmbeddedStore({ dataDir, role: 'courier' });
  onTestFinished(() => store.close());
  return store;
}

test('today and the next seven days are published, and published again they stay the same', async () => {
  const { keys } = await emptyStore();
  const mine = epochPrivateKeys({ keys, masterKey });
  await mine.publish(noon);
  const published = () => Promise.all([-1, 0, 1, 7, 8].map((ahead) => keys.wrapped(dayAfter(ahead))));
  const first = await published();
  expect(first.map((wrapped) => wrapped !== undefined)).toEqual([false, true, true, true, false]);
  await mine.publish(noon);
  expect(await published()).toEqual(first);
});

const dayAfter = (days: number) => new Date(noon + days * dayMs).toISOString().slice(0, 10);

test('two couriers that publish at once agree on every key', async () => {
  const { keys } = await emptyStore();
  const couriers = [1, 2].map(() => epochPrivateKeys({ keys, masterKey }));
  await Promise.all(couriers.map((each) => each.publish(noon)));
  const [one, two] = await Promise.all(couriers.map((each) => each.privateKey(epochDay)));
  expect(one?.export({ type: 'pkcs8', format: 'pem' })).toBe(two?.export({ type: 'pkcs8', format: 'pem' }));
});

test('what is sealed to the published key opens with the private one', async () => {
  const { keys } = await emptyStore();
  const mine = epochPrivateKeys({ keys, masterKey });
  await mine.publish(noon);
  const { publicKey } = (await keys.current(epochDay)) ?? expect.fail();
  const privateKey = (await mine.privateKey(epochDay)) ?? expect.fail();
  const messages = [{ recipient: 'police', bytes: Buffer.from('mail') }];
  const [sealed = Buffer.of()] = sealMessages({ id: 'a', epochPublicKey: publicKey, messages });
  expect(openBox({ id: 'a', recipient: 'police', sealed, privateKey })?.toString()).toBe('mail');
});

test('another master key is refused with a sentence, and opens nothing', async () => {
  const { keys } = await emptyStore();
  await epochPrivateKeys({ keys, masterKey }).publish(noon);
  const other = epochPrivateKeys({ keys, masterKey: randomBytes(32) });
  await expect(other.publish(noon)).rejects.toThrow('set MASTER_KEY_FILE to the one that made them');
  expect(await other.privateKey(epochDay)).toBeUndefined();
});

test('after the master key was changed, days of the earlier one still open', async () => {
  const { keys } = await emptyStore();
  await epochPrivateKeys({ keys, masterKey }).publish(noon);
  const changed = epochPrivateKeys({ keys, masterKey: randomBytes(32), formerMasterKeys: [masterKey] });
  await changed.publish(noon + dayMs);
  expect(await changed.privateKey(epochDay)).toBeDefined();
  expect(await changed.privateKey(dayAfter(8))).toBeDefined();
});

test('a master key of another length is refused', async () => {
  const { keys } = await emptyStore();
  expect(() => epochPrivateKeys({ keys, masterKey: Buffer.alloc(31) })).toThrow('32 bytes');
});

test('past keys are destroyed once nothing needs them, yesterday and what waits excepted', async () => {
  const { keys, outbox } = await emptyStore();
  const mine = epochPrivateKeys({ keys, masterKey });
  await mine.publish(noon);
  await outbox.accept(aSealedReport({ envelopes: [anEnvelope({ epoch: dayAfter(1) })] }));
  expect(await mine.shred(noon + dayMs)).toBe(0);
  expect(await mine.privateKey(epochDay)).toBeDefined();
  expect(await mine.shred(noon + 4 * dayMs)).toBe(2);
  expect(
    await Promise.all([0, 1, 2, 3].map(async (ahead) => (await mine.privateKey(dayAfter(ahead))) !== undefined)),
  ).toEqual([false, true, false, true]);
});

test('a wrapped key opens for its own day only, and not with a bit changed', () => {
  const { privateKey } = generateKeyPairSync('x25519');
  const wrapped = wrapKey(privateKey, epochDay, masterKey);
  expect(unwrapKey(wrapped, epochDay, masterKey)?.equals(privateKey)).toBe(true);
  expect(unwrapKey(wrapped, dayAfter(1), masterKey)).toBeUndefined();
  for (let place = 0; place < wrapped.length; place += 1) {
    const changed = Uint8Array.from(wrapped);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(unwrapKey(changed, epochDay, masterKey)).toBeUndefined();
  }
  expect(unwrapKey(wrapped.subarray(0, 20), epochDay, masterKey)).toBeUndefined();
});

test('neither the master key nor a private key is in any file of the store', async () => {
  const dataDir = temporaryFolder();
  const store = await emptyStore(dataDir);
  const mine = epochPrivateKeys({ keys: store.keys, masterKey });
  await mine.publish(noon);
  const der = (await mine.privateKey(epochDay))?.export({ type: 'pkcs8', format: 'der' }) ?? expect.fail();
  const { publicKey } = (await store.keys.current(epochDay)) ?? expect.fail();
  const folder = path.join(dataDir, 'outbox');
  const files = Buffer.concat(readdirSync(folder).map((name) => readFileSync(path.join(folder, name))));
  expect([publicKey, der.subarray(-32), masterKey].map((bytes) => files.includes(Buffer.from(bytes)))).toEqual([
    true,
    false,
    false,
  ]);
});
