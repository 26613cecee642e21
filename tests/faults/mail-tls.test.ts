import { expect, test } from 'vitest';
import { upkeep } from '../../functions/report/courier/upkeep.ts';
import { hour } from '../support/a-sealed-report.ts';
import { type Certificate, certificate } from '../support/certificate.ts';
import { canary, courierKit, mailerTo, openedStore, operator, take, toWhom } from '../support/courier-kit.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { wireTap } from '../support/mail/wire-tap.ts';
import { mailServer, scriptedServer } from '../support/mail-servers.ts';
import { disguises, holds } from '../support/plaintext-scan.ts';

const tls = await certificate();
const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
/** How long the wait for TLS may last, which nodemailer counts as it does a greeting. No other wait may end before it. */
const times = { greeting: 2000 };

interface BadLine {
  readonly about: string;
  /** The certificates that the mailer trusts. */
  readonly trusted: Certificate;
  /** Opens the server and answers its port. */
  serve(): Promise<{ readonly port: number; readonly mails: readonly unknown[] | (() => readonly unknown[]) }>;
  readonly scheme?: 'smtps';
}

const otherName = await certificate({ name: 'elsewhere.example' });
const expired = await certificate({ until: new Date('2020-01-01') });
const stranger = await certificate();

const badLines: readonly BadLine[] = [
  { about: 'STARTTLS stripped', trusted: tls, serve: () => scriptedServer({}) },
  { about: 'STARTTLS promised and not begun', trusted: tls, serve: () => scriptedServer({ STARTTLS: '220 go on' }) },
  { about: 'TLS 1.1 only', trusted: tls, serve: () => mailServer(tls, old) },
  {
    about: 'TLS 1.1 only, from the first byte',
    trusted: tls,
    serve: () => mailServer(tls, { ...old, secure: true }),
    scheme: 'smtps',
  },
  { about: 'a certificate for another name', trusted: otherName, serve: () => mailServer(otherName) },
  { about: 'a certificate that has run out', trusted: expired, serve: () => mailServer(expired) },
  { about: 'a certificate that signed itself', trusted: tls, serve: () => mailServer(stranger) },
];

test.each(badLines)(
  'F19: with $about nothing of the mail goes over the wire, the report waits, and an operator is told at once and again after an hour',
  async ({ about, trusted, serve, scheme = 'smtp' }) => {
    const server = await serve();
    const tap = await wireTap(server.port);
    const store = await openedStore();
    const bad = courierKit({ store, mailer: mailerTo(`${scheme}://127.0.0.1:${tap.port}`, trusted, times) });
    await take(store);
    await bad.round();
    expect(await store.outbox.stats(bad.time.now)).toMatchObject({ due: 1, leased: 0, dead: 0, deliveredToday: 0 });
    await upkeep({ ...bad, store })(bad.time.now + hour);
    const alerts = () => new Set(bad.events.filter(({ event }) => event === 'alert').map(({ code }) => code));
    // Both are under way at once, and either may be the first to fail on the bad line.
    while (alerts().size < 2) await new Promise(setImmediate);
    expect(alerts()).toEqual(new Set(['tls', 'undelivered']));
    expect(typeof server.mails === 'function' ? server.mails() : server.mails).toEqual([]);
    expect(tap.sent().length).toBeGreaterThan(0);
    expect(holds(tap.sent(), disguises(canary))).toBe(false);
    expect(tap.sent().toString('latin1')).not.toMatch(/MAIL FROM|RCPT TO|police/i);
    recordFault({
      row: 'F19',
      adapter: 'smtp',
      injected: about,
      times: 1,
      result: 'nothing sent, waits, alert raised',
    });
  },
);

test('F19: once the line is good again the report and the alert go', async () => {
  const server = await mailServer(tls);
  const store = await openedStore();
  const stripped = await scriptedServer({});
  const bad = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${stripped.port}`, tls, times) });
  await take(store);
  await bad.round();
  const good = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls) });
  good.time.now += hour;
  await upkeep({ ...good, store })(good.time.now);
  await good.round();
  const mails = await server.took(2);
  expect(toWhom(mails).filter((to) => to !== operator)).toEqual(['desk@police.example']);
  expect(toWhom(mails)).toContain(operator);
  expect(mails.every(({ secure, raw }) => secure && !raw.includes('X-Possible-Duplicate'))).toBe(true);
  recordFault({
    row: 'F19',
    adapter: 'smtp',
    injected: 'STARTTLS stripped, then offered',
    times: 1,
    result: 'delivered over TLS',
  });
});
