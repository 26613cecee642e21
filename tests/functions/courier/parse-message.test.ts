import { expect, test } from 'vitest';
import { parseMessage } from '../../../functions/report/courier/parse-message.ts';

const message = { subject: 's', text: 't', messageId: '<1@x>', date: '2027-03-14T12:00:00Z' };
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));

test('the mail that was sealed comes back whole', () => {
  expect(parseMessage(bytesOf({ ...message, held: true }))).toEqual({ ...message, held: true });
});

test.each<[about: string, bytes: Uint8Array]>([
  ['no JSON', Buffer.from('{')],
  ['bytes that are no text', Buffer.of(0xff)],
  ['nothing', bytesOf(null)],
  ['a number', bytesOf(5)],
  ['a mail without its text', bytesOf({ ...message, text: undefined })],
  ['a mail of no day', bytesOf({ ...message, date: 'today' })],
  ['a mail with answers that are no text', bytesOf({ ...message, json: {} })],
])('%s is no mail', (_about, bytes) => expect(parseMessage(bytes)).toBeUndefined());
