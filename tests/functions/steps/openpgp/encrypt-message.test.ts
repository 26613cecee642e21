import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { encryptMessage } from '../../../../functions/report/steps/openpgp/encrypt-message.ts';
import { aKeyPair, decrypted } from '../../../support/openpgp/agency-keys.ts';

const pair = await aKeyPair();
const now = new Date('2027-02-15T12:34:56Z');
const message = {
  subject: '[Know the Signs] URGENT - ref K7Q2MXPA',
  text: 'Was anyone hurt?\n| ગુજરાતી માં લખ્યું\n.\n',
  messageId: '<6f0c2f3e.police@signs.example>',
  date: '2027-02-15T12:30:00Z',
};

async function encryptedFor(over: { readonly json?: string } = {}) {
  const result = await encryptMessage({ ...message, ...over }, pair.publicKey, now);
  return result.ok ? result.message : expect.fail(result.problem);
}

test('the text comes out as it went in, and nothing of it is left outside', async () => {
  const encrypted = await encryptedFor();
  expect(encrypted).toEqual({ ...message, text: '', encrypted: expect.stringMatching(/^-----BEGIN PGP MESSAGE-----/) });
  const inside = await simpleParser(await decrypted(encrypted.encrypted ?? '', pair));
  expect(inside.text).toBe(message.text);
});

test('the coded answers are encrypted too', async () => {
  const encrypted = await encryptedFor({ json: '{"place":"car-wash"}' });
  expect(encrypted).not.toHaveProperty('json');
  const inside = await simpleParser(await decrypted(encrypted.encrypted ?? '', pair));
  expect(inside.text?.trimEnd()).toBe(message.text.trimEnd());
  expect(inside.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
    ['answers.json', '{"place":"car-wash"}'],
  ]);
});

test('whoever holds another key reads nothing', async () => {
  const { encrypted = '' } = await encryptedFor();
  await expect(decrypted(encrypted, await aKeyPair())).rejects.toThrow();
});

test('a key that cannot be used gives no mail at all', async () => {
  expect(await encryptMessage(message, 'abc', now)).toEqual({ ok: false, problem: 'malformed' });
});
