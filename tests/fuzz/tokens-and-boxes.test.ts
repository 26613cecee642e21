import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBox } from '../../functions/report/courier/open-box.ts';
import { rawPublicKey } from '../../functions/report/steps/box-key.ts';
import { sealMessages } from '../../functions/report/steps/seal.ts';
import { guardOf, readToken, signToken } from '../../functions/report/steps/token.ts';
import { fuzz, fuzzTimeout } from '../support/fuzz/fuzz-run.ts';
import { mutatedBytes, mutatedText } from '../support/fuzz/mutations.ts';

const issuedAt = 1_900_000_000;
const now = issuedAt * 1000 + 5000;

test(
  'a token changed in any way is not taken',
  async () => {
    const secret = randomBytes(32);
    const tokens = [1, 2].map((each) =>
      signToken({ id: randomBytes(16).toString('hex'), issuedAt, guard: guardOf(each, secret) }, secret),
    );
    const [token = '', another = ''] = tokens;
    expect(tokens.map((one) => readToken(one, secret, now).ok)).toEqual([true, true]);
    await fuzz({ what: 'changed tokens', long: 20_000 }, mutatedText(token, another), (changed) => {
      expect(readToken(changed, secret, now).ok).toBe(tokens.includes(changed));
    });
  },
  fuzzTimeout,
);

test(
  'a sealed box changed in any way, or tried for another report or agency, does not open',
  async () => {
    const day = generateKeyPairSync('x25519');
    const messages = ['police', 'helpline'].map((recipient) => ({ recipient, bytes: randomBytes(900) }));
    const id = '6f0c2f3e5a534b1c8f4e2f1f3b9a7c55';
    const boxes = sealMessages({ id, epochPublicKey: rawPublicKey(day.publicKey), messages });
    const [box = Buffer.of(), another = Buffer.of()] = boxes.map((one) => Buffer.from(one));
    const own = new Map([
      ['police', box],
      ['helpline', another],
    ]);
    const open = (tried: { sealed: Uint8Array; id: string; recipient: string }) =>
      openBox({ ...tried, privateKey: day.privateKey });
    expect(Buffer.from(open({ id, recipient: 'police', sealed: box }) ?? [])).toEqual(messages[0]?.bytes);
    const tried = fc.record({
      sealed: fc.oneof(
        { weight: 8, arbitrary: mutatedBytes(box, another) },
        { weight: 1, arbitrary: fc.constant(box) },
      ),
      id: fc.oneof({ weight: 8, arbitrary: fc.constant(id) }, { weight: 1, arbitrary: mutatedText(id, 'police') }),
      recipient: fc.oneof(
        { weight: 8, arbitrary: fc.constant('police') },
        { weight: 1, arbitrary: mutatedText('police', 'helpline') },
      ),
    });
    let opened = 0;
    const saying = () => `, ${opened} of them unchanged`;
    await fuzz({ what: 'changed boxes', long: 20_000, saying }, tried, (one) => {
      // Changed twice, a box and its agency may be another's own again.
      const same = one.id === id && own.get(one.recipient)?.equals(one.sealed) === true;
      if (same) opened += 1;
      expect(open(one) !== undefined).toBe(same);
    });
    expect(opened).toBeGreaterThan(0);
  },
  fuzzTimeout,
);
