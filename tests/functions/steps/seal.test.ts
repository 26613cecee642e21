import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBox } from '../../../functions/report/courier/open-box.ts';
import { rawPublicKey } from '../../../functions/report/steps/box-key.ts';
import { sealMessages } from '../../../functions/report/steps/seal.ts';

const day = generateKeyPairSync('x25519');
const epochPublicKey = rawPublicKey(day.publicKey);
const id = '6f0c2f3e-5a53-4b1c-8f4e-2f1f3b9a7c55';
const bytes = Buffer.from('an invented mail');

function seal(messages = [{ recipient: 'police', bytes }]): Uint8Array {
  const [sealed] = sealMessages({ id, epochPublicKey, messages });
  if (sealed === undefined) throw new Error('Nothing was sealed.');
  return sealed;
}

const open = (sealed: Uint8Array, over: Partial<Parameters<typeof openBox>[0]> = {}) =>
  openBox({ id, recipient: 'police', sealed, privateKey: day.privateKey, ...over });

test('what was sealed opens with the private key of its day', () => {
  expect(open(seal())?.toString()).toBe('an invented mail');
});

test('every mail of a report opens for its own recipient only', () => {
  const messages = ['police', 'helpline'].map((recipient) => ({ recipient, bytes: Buffer.from(recipient) }));
  const boxes = sealMessages({ id, epochPublicKey, messages });
  const opened = boxes.map((sealed) => messages.map(({ recipient }) => open(sealed, { recipient })?.toString()));
  expect(opened).toEqual([
    ['police', undefined],
    [undefined, 'helpline'],
  ]);
});

test('a box moved to another report, or tried with the key of another day, does not open', () => {
  expect(open(seal(), { id: 'another' })).toBeUndefined();
  expect(open(seal(), { privateKey: generateKeyPairSync('x25519').privateKey })).toBeUndefined();
});

test('a change of any bit of any byte keeps a box shut', () => {
  const sealed = seal();
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = Uint8Array.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
    if (open(changed) !== undefined) throw new Error(`Byte ${place} may be changed.`);
  }
  expect(sealed.length).toBe(1 + 32 + 4096 + 16);
});

test('a box cut short anywhere, made longer or replaced by anything stays shut', () => {
  const sealed = seal();
  fc.assert(fc.property(fc.nat(sealed.length - 1), (length) => open(sealed.subarray(0, length)) === undefined));
  fc.assert(fc.property(fc.uint8Array({ minLength: 1 }), (more) => open(Buffer.concat([sealed, more])) === undefined));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (anything) => open(anything) === undefined));
});

test.each([
  [0, 4],
  [4092, 4],
  [4093, 8],
  [16_000, 16],
  [16_381, 32],
  [65_533, 128],
  [131_068, 128],
])('%i bytes look like %i KiB', (length, kib) => {
  const sealed = seal([{ recipient: 'police', bytes: Buffer.alloc(length, 1) }]);
  expect(sealed.length).toBe(1 + 32 + kib * 1024 + 16);
  expect(open(sealed)?.length).toBe(length);
});

test('a mail larger than the largest class is a fault that says so', () => {
  expect(() => seal([{ recipient: 'police', bytes: Buffer.alloc(131_069) }])).toThrow('larger than 128 KiB');
});

test('the same mail sealed twice has no part in common but its version', () => {
  const [one, two] = [seal(), seal()];
  const same = one.filter((byte, place) => byte === two[place]).length;
  expect(same).toBeLessThan(one.length / 50);
});

test('no word of the mail is in the box', () => {
  expect(Buffer.from(seal()).includes('invented')).toBe(false);
});

test('the layout is the one that earlier releases wrote', () => {
  // X25519 private keys of 32 bytes 0x01 (the report) and 0x02 (the day). A change here means that waiting reports no
  // longer open: give the new layout a new version and let the courier open both.
  const der = Buffer.from(`302e020100300506032b656e04220420${'02'.repeat(32)}`, 'hex');
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const [sealed] = sealMessages({
    id,
    epochPublicKey: rawPublicKey(createPublicKey(privateKey)),
    messages: [{ recipient: 'police', bytes }],
    randomness: Buffer.alloc(32, 1),
  });
  expect(
    createHash('sha256')
      .update(Buffer.from(sealed ?? []))
      .digest('hex'),
  ).toBe('b478f61ba330248725b8ffbd1a49b021e688f5c78505214fe2066af73c5c37f1');
});
