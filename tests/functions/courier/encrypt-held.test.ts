import { expect, test } from 'vitest';
import { heldMails } from '../../../functions/report/courier/encrypt-held.ts';
import { aMailbox } from '../../support/a-handler.ts';
import { noon } from '../../support/a-sealed-report.ts';
import { mailFor } from '../../support/courier-kit.ts';
import { aKeyPair } from '../../support/openpgp/agency-keys.ts';

const { publicKey: openpgp } = await aKeyPair();
const mailbox = aMailbox({ openpgp });
const message = { ...mailFor('1', 'police'), held: true } as const;
const mail = { key: '1|police', message, mailbox, now: new Date(noon) };

test('a held mail has the same bytes at each attempt, and is made anew once it was forgotten', async () => {
  const held = heldMails();
  const [first, second] = [await held.readyToSend(mail), await held.readyToSend(mail)];
  expect(first?.encrypted).toMatch(/^-----BEGIN PGP MESSAGE-----/);
  expect(second).toEqual(first);
  held.forget(mail.key);
  expect((await held.readyToSend(mail))?.encrypted).not.toBe(first?.encrypted);
});

test('a mail for an agency without a key is not touched, and one that was encrypted neither', async () => {
  const plain = mailFor('1', 'police');
  expect(await heldMails().readyToSend({ ...mail, message: plain, mailbox: aMailbox() })).toBe(plain);
  const locked = { ...plain, text: '', encrypted: '-----BEGIN PGP MESSAGE-----' };
  expect(await heldMails().readyToSend({ ...mail, message: locked })).toBe(locked);
});

test('without a key that can be used a held mail gives nothing to send', async () => {
  expect(await heldMails().readyToSend({ ...mail, mailbox: aMailbox() })).toBeUndefined();
  expect(await heldMails().readyToSend({ ...mail, mailbox: aMailbox({ openpgp: 'abc' }) })).toBeUndefined();
});
