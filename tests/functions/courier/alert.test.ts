import { expect, test } from 'vitest';
import { alerts } from '../../../functions/report/courier/alert.ts';
import { alertMails } from '../../../functions/report/courier/alert-mails.ts';
import type { CourierEvent } from '../../../functions/report/courier/courier-log.ts';
import { hour, noon } from '../../support/a-sealed-report.ts';
import { certificate } from '../../support/certificate.ts';
import { mailerTo, operator } from '../../support/courier-kit.ts';
import { mailServer } from '../../support/mail-servers.ts';

const tls = await certificate();

async function kit(over: { readonly to?: string | undefined } = { to: operator }) {
  let refusing = false;
  const server = await mailServer(tls, {
    onRcptTo: (_to, _session, callback) =>
      callback(refusing ? Object.assign(new Error('later'), { responseCode: 451 }) : undefined),
  });
  const events: CourierEvent[] = [];
  const mailer = mailerTo(`smtp://127.0.0.1:${server.port}`, tls);
  const told = alerts({ mailer, ...over, mailDomain: 'signs.example', log: (event) => void events.push(event) });
  const refuse = (now: boolean) => {
    refusing = now;
  };
  return { told, server, events, refuse };
}

test('an operator is told of each kind at most once an hour', async () => {
  const { told, server } = await kit();
  for (const now of [noon, noon + 1, noon + hour - 1]) {
    told.raise('dead-letter');
    await told.send(now);
  }
  expect(server.mails).toHaveLength(1);
  told.raise('undelivered');
  await told.send(noon + 2);
  expect(server.mails).toHaveLength(2);
  await told.send(noon + hour);
  expect(server.mails).toHaveLength(3);
  await told.send(noon + 5 * hour);
  expect(server.mails).toHaveLength(3);
});

test('raised twice at once, it is sent once', async () => {
  const { told, server } = await kit();
  told.raise('keys');
  await Promise.all([told.send(noon), told.send(noon)]);
  expect(server.mails).toHaveLength(1);
});

test('an alert that could not be sent is sent later', async () => {
  const { told, server, events, refuse } = await kit();
  refuse(true);
  told.raise('keys');
  await told.send(noon);
  refuse(false);
  await told.send(noon + 60_000);
  expect(server.mails).toHaveLength(1);
  expect(events).toEqual([
    { event: 'alert', outcome: 'not-sent', code: 'keys' },
    { event: 'alert', outcome: 'sent', code: 'keys' },
  ]);
});

test('without an operator to mail, an alert is a line in the log, once an hour', async () => {
  const { told, server, events } = await kit({});
  for (const now of [noon, noon + 1, noon + hour]) {
    told.raise('undelivered');
    await told.send(now);
  }
  expect(server.mails).toEqual([]);
  expect(events).toHaveLength(2);
});

test.each(['held', 'tls'] as const)(
  'of what is met at every attempt (%s) an operator is told once a day, and nothing of yesterday is told today',
  async (kind) => {
    const { told, server } = await kit();
    for (const now of [noon, noon + hour, noon + 23 * hour]) {
      told.raise(kind);
      await told.send(now);
    }
    await told.send(noon + 25 * hour);
    expect(server.mails).toHaveLength(1);
    told.raise(kind);
    await told.send(noon + 25 * hour);
    expect(server.mails).toHaveLength(2);
  },
);

test.each(Object.entries(alertMails))(
  'the alert %s says what to do in plain ASCII, and never a word of a report',
  (_kind, mail) => {
    expect(mail.subject).toMatch(/^Know the Signs: [\x20-\x7e]+$/);
    expect(mail.text).toMatch(/^[\x20-\x7e\n]+$/);
    expect(mail.text).toMatch(/Check|Run|Mend|Ask/);
  },
);
