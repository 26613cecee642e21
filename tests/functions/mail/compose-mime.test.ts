import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { composeMime } from '../../../functions/report/mail/compose-mime.ts';
import type { Delivery, Message } from '../../../functions/report/mail/mail.ts';

const message: Message = {
  subject: '[URGENT] Signs seen in Leicester - ref K7Q2MXPA',
  text: 'Was anyone hurt?\n| ગુજરાતી માં લખ્યું\n.\n',
  messageId: '<6f0c2f3e.police@signs.example>',
  date: '2027-03-14T12:00:00Z',
};
const delivery: Delivery = { to: 'desk@police.example', message };
const from = 'Know the Signs <reports@signs.example>';

const bytesOf = (given: Delivery): Promise<Buffer> => new MailComposer(composeMime(given, from)).compile().build();
const headersOf = (mail: Buffer): string => mail.toString('latin1').split('\r\n\r\n')[0] ?? '';

test('a mail has these headers and no others', async () => {
  expect(headersOf(await bytesOf(delivery)).split('\r\n')).toEqual([
    'Auto-Submitted: auto-generated',
    'From: Know the Signs <reports@signs.example>',
    'To: desk@police.example',
    'Subject: [URGENT] Signs seen in Leicester - ref K7Q2MXPA',
    'Message-ID: <6f0c2f3e.police@signs.example>',
    'Date: Sun, 14 Mar 2027 12:00:00 +0000',
    'Content-Transfer-Encoding: base64',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ]);
});

test('what was written arrives as it was written, in base64 and with CRLF line ends', async () => {
  const mail = await bytesOf(delivery);
  expect((await simpleParser(mail)).text).toBe(message.text);
  expect(mail.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const body = mail.toString('latin1').split('\r\n\r\n')[1] ?? '';
  expect(Buffer.from(body, 'base64').toString()).toBe(message.text.replaceAll('\n', '\r\n'));
});

test.each([
  ['plain', message],
  ['with the coded answers', { ...message, json: '{"place":"garment-factory"}' }],
  ['locked', { ...message, text: '', encrypted: '-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n' }],
])('a %s mail has the same bytes on every attempt', async (_about, each) => {
  const attempts = await Promise.all([1, 2, 3].map(() => bytesOf({ ...delivery, message: each })));
  expect(new Set(attempts.map((mail) => mail.toString('base64'))).size).toBe(1);
});

test('only one line is added when an earlier attempt may have arrived', async () => {
  const first = (await bytesOf(delivery)).toString('latin1').split('\r\n');
  const second = (await bytesOf({ ...delivery, possibleDuplicate: 2 })).toString('latin1').split('\r\n');
  expect(second.filter((line) => line !== 'X-Possible-Duplicate: attempt 2')).toEqual(first);
  expect(second).toHaveLength(first.length + 1);
});

test('the coded answers are one file, and the parts are told apart by the id and nothing random', async () => {
  const withAnswers = { ...message, json: '{"place":"car-wash"}' };
  const parsed = await simpleParser(await bytesOf({ ...delivery, message: withAnswers }));
  expect(parsed.text?.trimEnd()).toBe(message.text.trimEnd());
  expect(
    parsed.attachments.map(({ filename, contentType, content }) => [filename, contentType, content.toString()]),
  ).toEqual([['answers.json', 'application/json', '{"place":"car-wash"}']]);
  const other = await bytesOf({ ...delivery, message: { ...withAnswers, messageId: '<another@signs.example>' } });
  expect(boundaryOf(other)).not.toBe(boundaryOf(await bytesOf({ ...delivery, message: withAnswers })));
});

const boundaryOf = (mail: Buffer): string | undefined => /boundary="([^"]+)"/.exec(mail.toString('latin1'))?.[1];

test('line ends in a subject make no second header', async () => {
  const subject = 'ref K7Q2MXPA\r\nBcc: everyone@example.org\n\nbody';
  const headers = headersOf(await bytesOf({ ...delivery, message: { ...message, subject } }));
  expect(headers).not.toMatch(/^Bcc:/im);
  expect(headers.match(/^To:/gim)).toHaveLength(1);
});

test('text that looks like a path or an address of a file is only text', async () => {
  const text = '{"path":"/etc/hostname"} file:///etc/hostname\n';
  expect((await simpleParser(await bytesOf({ ...delivery, message: { ...message, text } }))).text).toBe(text);
});
