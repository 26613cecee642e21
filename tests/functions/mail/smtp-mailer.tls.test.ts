import { once } from 'node:events';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { certificate } from '../../support/certificate.ts';
import { mailServer, scriptedServer } from '../../support/mail-servers.ts';
import { delivery, mailerFor } from '../../support/mailer-kit.ts';

const tls = await certificate();
const mailer = mailerFor(tls);

test('with STARTTLS stripped from the answer no word of the mail leaves', async () => {
  const server = await scriptedServer({});
  const sender = mailer([`smtp://127.0.0.1:${server.port}`], { times: { total: 2000, connect: 200 } });
  expect(await sender.deliver(delivery)).toMatchObject({ outcome: 'retry', ambiguous: false, tls: 'failed' });
  expect(server.received()).toMatch(/EHLO signs\.example/);
  expect(server.received()).not.toMatch(/MAIL FROM|DATA|Canary/i);
});

test.each([
  ['for another name', { name: 'elsewhere.example' }],
  ['that has run out', { until: new Date('2020-01-01') }],
])('a certificate %s is not taken, even from an authority we trust', async (_about, over) => {
  const wrong = await certificate(over);
  const server = await mailServer(wrong);
  const result = await mailer([`smtp://127.0.0.1:${server.port}`], { ca: wrong.cert }).deliver(delivery);
  expect(result).toMatchObject({ outcome: 'retry', ambiguous: false, tls: 'failed' });
  expect(server.mails).toEqual([]);
});

test('a certificate of nobody we trust is not taken', async () => {
  const server = await mailServer(await certificate());
  expect(await mailer([`smtp://127.0.0.1:${server.port}`]).deliver(delivery)).toMatchObject({
    outcome: 'retry',
    ambiguous: false,
    tls: 'failed',
  });
  expect(server.mails).toEqual([]);
});

test('TLS older than 1.2 is not taken', async () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const server = await mailServer(tls, { ...old, secure: true });
  const lax = connect({ ...old, port: server.port, host: '127.0.0.1', ca: tls.cert });
  await once(lax, 'secureConnect');
  expect(lax.getProtocol()).toBe('TLSv1.1');
  lax.destroy();
  expect(await mailer([`smtps://127.0.0.1:${server.port}`]).deliver(delivery)).toMatchObject({
    outcome: 'retry',
    tls: 'failed',
  });
  expect(server.mails).toEqual([]);
});

test('where the first relay cannot be trusted and the second takes the mail, the first is told of all the same', async () => {
  const [bad, good] = [await mailServer(await certificate()), await mailServer(tls)];
  const relays = [bad, good].map(({ port }) => `smtp://127.0.0.1:${port}`);
  expect(await mailer(relays).deliver(delivery)).toEqual({ outcome: 'delivered', tls: 'failed' });
  expect([bad.mails.length, good.mails.length]).toEqual([0, 1]);
});

test('the demo may mail its own server on this machine without TLS', async () => {
  const server = await mailServer(tls, { disabledCommands: ['STARTTLS', 'AUTH'] });
  const sender = mailer([`smtp://127.0.0.1:${server.port}`], { loopbackPlain: true });
  expect(await sender.deliver(delivery)).toEqual({ outcome: 'delivered' });
  expect(server.mails[0]?.secure).toBe(false);
});

test('a wrong password is ours to mend: the mail waits', async () => {
  const server = await mailServer(tls, {
    authOptional: false,
    onAuth: (_auth, _session, callback) => callback(new Error('no')),
  });
  const result = await mailer([`smtp://someone:wrong@127.0.0.1:${server.port}`]).deliver(delivery);
  expect(result).toEqual({ outcome: 'retry', ambiguous: false, code: 'EAUTH-535' });
});
