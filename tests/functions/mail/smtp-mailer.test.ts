import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { SmtpMailerOptions } from '../../../functions/report/mail/smtp-mailer.ts';
import { certificate } from '../../support/certificate.ts';
import { mailServer, type Point, type Reply, scriptedServer } from '../../support/mail-servers.ts';
import { delivery, mailerFor } from '../../support/mailer-kit.ts';

const tls = await certificate();
const mailer = mailerFor(tls);
const retry = (ambiguous: boolean, code: string) => ({ outcome: 'retry', ambiguous, code });

test('a mail goes over STARTTLS to one mailbox', async () => {
  const server = await mailServer(tls);
  expect(await mailer([`smtp://127.0.0.1:${server.port}`]).deliver(delivery)).toEqual({ outcome: 'delivered' });
  expect(server.mails).toMatchObject([{ to: ['desk@police.example'], from: 'reports@signs.example', secure: true }]);
  expect(server.mails[0]?.raw).toContain('Message-ID: <1.police@signs.example>');
});

test('a mail goes over TLS from the first byte', async () => {
  const server = await mailServer(tls, { secure: true });
  expect(await mailer([`smtps://127.0.0.1:${server.port}`]).deliver(delivery)).toEqual({ outcome: 'delivered' });
});

test('every attempt has the same bytes, but for the line that says it may be a second copy', async () => {
  const server = await mailServer(tls);
  const sender = mailer([`smtp://127.0.0.1:${server.port}`]);
  for (const possibleDuplicate of [undefined, undefined, 3]) await sender.deliver({ ...delivery, possibleDuplicate });
  const [first, second, third] = server.mails.map(({ raw }) => raw);
  expect(second).toBe(first);
  expect(third?.replace('X-Possible-Duplicate: attempt 3\r\n', '')).toBe(first);
  expect(third).not.toBe(first);
});

/** A server with TLS from the first byte that goes wrong at one point. */
async function deliverTo(replies: Partial<Record<Point, Reply>>, times: SmtpMailerOptions['times'] = {}) {
  const server = await scriptedServer(replies, tls);
  const result = await mailer([`smtps://127.0.0.1:${server.port}`], { times }).deliver(delivery);
  return { result, server };
}

const cut: Reply = (socket: Socket) => socket.destroy();
const silence: Reply = () => undefined;

test.each<[about: string, replies: Partial<Record<Point, Reply>>, result: object]>([
  ['taken', {}, { outcome: 'delivered' }],
  ['greylisted', { RCPT: '451 4.7.1 try later' }, retry(false, 'EENVELOPE-451')],
  ['mailbox unknown', { RCPT: '550 5.1.1 no such mailbox' }, { outcome: 'dead', code: 'EENVELOPE-550' }],
  ['text refused for now', { dot: '452 4.3.1 full' }, retry(false, 'EMESSAGE-452')],
  ['text refused', { dot: '552 5.3.4 too big' }, { outcome: 'dead', code: 'EMESSAGE-552' }],
  ['text refused as junk', { dot: '554 5.7.1 no' }, { outcome: 'dead', code: 'EMESSAGE-554' }],
  ['DATA refused', { DATA: '554 5.5.1 no' }, { outcome: 'dead', code: 'EENVELOPE-554' }],
  ['relay going down', { RCPT: '421 4.3.2 bye' }, retry(false, 'EENVELOPE-421')],
  ['not for us', { greeting: '554 go away' }, retry(false, 'EPROTOCOL-554')],
  ['cut after the final dot', { dot: cut }, retry(true, 'ECONNECTION')],
  ['cut at DATA', { DATA: cut }, retry(true, 'ECONNECTION')],
])('%s', async (_about, replies, result) => expect((await deliverTo(replies)).result).toMatchObject(result));

test('where the server can tell of a failure, it is asked to quote the headers only', async () => {
  const { server } = await deliverTo({ EHLO: '250-test\r\n250 DSN' });
  expect(server.received()).toMatch(/MAIL FROM:<reports@signs\.example> .*RET=HDRS/);
  expect(server.received()).toMatch(/RCPT TO:<desk@police\.example> .*NOTIFY=FAILURE,DELAY/);
});

test.each<Point>(['greeting', 'EHLO', 'MAIL', 'dot'])(
  'after a cut at %s the same mail is not sent again behind our back',
  async (point) => {
    const { server, result } = await deliverTo({ [point]: cut });
    expect(result).toMatchObject({ outcome: 'retry' });
    expect(server.connections()).toBe(1);
  },
);

test('a server that never greets is given up, and nothing can have arrived', async () => {
  expect((await deliverTo({ greeting: silence }, { greeting: 50 })).result).toMatchObject(retry(false, 'ETIMEDOUT'));
});

test('silence after the final dot is given up, and the mail may have arrived', async () => {
  expect((await deliverTo({ dot: silence }, { silence: 50 })).result).toMatchObject(retry(true, 'ETIMEDOUT'));
});

test.each<Point>(['greeting', 'EHLO', 'dot'])(
  'a server that drips its answer to %s for ever is cut off at the deadline',
  async (point) => {
    const drip: Reply = (socket) => {
      const timer = setInterval(() => socket.write('250-a\r\n'), 5);
      socket.on('close', () => clearInterval(timer));
    };
    const { result } = await deliverTo({ [point]: drip }, { total: 300 });
    expect(result).toMatchObject({ outcome: 'retry' });
  },
);

test('a mailer that is closed in the middle of a mail says that it may have arrived', async () => {
  let reached = () => {};
  const atDot = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const server = await scriptedServer({ dot: () => reached() }, tls);
  const sender = mailer([`smtps://127.0.0.1:${server.port}`]);
  const delivering = sender.deliver(delivery);
  await atDot;
  await sender.close();
  expect(await delivering).toMatchObject({ outcome: 'retry', ambiguous: true });
});

test('a mail that cannot be built is not called sent', async () => {
  const server = await mailServer(tls);
  const result = await mailer([`smtp://127.0.0.1:${server.port}`]).deliver({ ...delivery, to: '' });
  expect(result).toMatchObject({ outcome: 'retry' });
  expect(server.mails).toEqual([]);
});

test('a mail that is held for a key is not handed to any server, whoever asks for it', async () => {
  const server = await mailServer(tls);
  const held = { ...delivery, message: { ...delivery.message, held: true as const } };
  const result = await mailer([`smtp://127.0.0.1:${server.port}`]).deliver(held);
  expect(result).toEqual({ outcome: 'retry', ambiguous: false, code: 'HELD' });
  expect(server.mails).toEqual([]);
});
