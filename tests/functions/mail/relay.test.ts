import { expect, test } from 'vitest';
import { parseRelay } from '../../../functions/report/mail/relay.ts';
import { smtpMailer } from '../../../functions/report/mail/smtp-mailer.ts';

test.each([
  ['smtp://relay.example', { host: 'relay.example', port: 587, implicitTls: false }],
  ['smtps://relay.example', { host: 'relay.example', port: 465, implicitTls: true }],
  ['smtp://[::1]:2525', { host: '::1', port: 2525, implicitTls: false }],
  [
    'smtp://a%40b:p%2Fw@relay.example:2525',
    { host: 'relay.example', port: 2525, implicitTls: false, auth: { user: 'a@b', pass: 'p/w' } },
  ],
])('%s is read', (url, relay) => expect(parseRelay(url)).toEqual(relay));

test.each([
  '',
  'relay.example:587',
  'http://relay.example',
  'smtps://relay.example?tls.rejectUnauthorized=false',
  'smtp://relay.example?ignoreTLS=true',
])('"%s" is refused as a relay, with the way to write one', (url) =>
  expect(() => parseRelay(url)).toThrow('A relay is written'),
);

test('mail without TLS is refused for any host but this one, and so is a mailer without a relay', () => {
  const rest = { from: 'reports@signs.example', name: 'signs.example' };
  expect(() => smtpMailer({ ...rest, relays: ['smtp://relay.example:25'], loopbackPlain: true })).toThrow(
    'this machine only',
  );
  expect(() => smtpMailer({ ...rest, relays: [] })).toThrow('set SMTP_URL');
});
