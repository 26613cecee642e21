import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { hour, minute, noon } from '../../support/a-sealed-report.ts';
import { certificate } from '../../support/certificate.ts';
import {
  canary,
  courierKit,
  kitOn,
  mailbox,
  mailboxes,
  mailerTo,
  mailFor,
  openedStore,
  operator,
  take,
  toWhom,
} from '../../support/courier-kit.ts';
import { closedPort, mailServer, scriptedServer } from '../../support/mail-servers.ts';

const tls = await certificate();
const then = (recipient: string, rank: number) =>
  ({ recipient, role: 'then', rank, dueAt: noon + rank * 30 * minute }) as const;
test('what intake sealed arrives in the mailbox of its agency as it was written', async () => {
  const { store, server, round, time } = await kitOn();
  const id = await take(store, [{}, { recipient: 'helpline', role: 'copy' }]);
  expect(await round()).toBe(2);
  expect(toWhom(server.mails)).toEqual(['desk@helpline.example', 'desk@police.example']);
  for (const { raw, to } of server.mails) {
    const mail = await simpleParser(raw);
    const expected = mailFor(id, to[0] === 'desk@police.example' ? 'police' : 'helpline');
    expect([mail.subject, mail.text, mail.messageId]).toEqual([expected.subject, expected.text, expected.messageId]);
    expect(mail.date?.toISOString()).toBe('2027-03-14T12:00:00.000Z');
  }
  expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, leased: 0, dead: 0, deliveredToday: 2 });
});

test('a mailbox that says "later" gets the same mail later, and not as a second copy', async () => {
  const { store, server, round, time, refused } = await kitOn({ refused: { 'desk@police.example': '451 later' } });
  await take(store);
  await round();
  expect(await round()).toBe(0);
  delete refused['desk@police.example'];
  time.now += minute;
  expect(await round()).toBe(1);
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.raw).not.toContain('X-Possible-Duplicate');
});

test('a mail whose fate is unknown is sent again with the same id and date, and says that it may be a second copy', async () => {
  let cuts = 0;
  const server = await scriptedServer(
    { dot: (socket) => (cuts++ === 0 ? socket.destroy() : socket.write('250 taken\r\n')) },
    tls,
  );
  const store = await openedStore();
  const { round, time } = courierKit({ store, mailer: mailerTo(`smtps://127.0.0.1:${server.port}`, tls) });
  const id = await take(store);
  await round();
  time.now += minute;
  await round();
  const [first = '', second = ''] = server.received().split('DATA\r\n').slice(1);
  const headers = (mail: string) => mail.slice(0, mail.indexOf('\r\n\r\n'));
  expect(headers(second).replace('X-Possible-Duplicate: attempt 2\r\n', '')).toBe(headers(first));
  expect(headers(first)).toContain(`<${id}.police@signs.example>`);
  expect(headers(second)).toContain('X-Possible-Duplicate: attempt 2');
  expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, deliveredToday: 1 });
});

test('a mailbox that says "never" makes a dead letter, and the second contact gets it at once', async () => {
  const { store, server, round, time } = await kitOn({ refused: { 'desk@police.example': '550 never' } });
  await take(store, [{}, then('helpline', 1), then('victim-support', 2)]);
  await round();
  expect(await round()).toBe(1);
  expect(await round()).toBe(0);
  const mails = await server.took(2);
  expect(toWhom(mails)).toEqual(['desk@helpline.example', operator]);
  expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, dead: 1, deliveredToday: 1 });
});

test('the operator is told of a dead letter without a word about the report', async () => {
  const { store, server, round } = await kitOn({ refused: { 'desk@police.example': '550 never' } });
  const id = await take(store);
  await round();
  const [alert] = await server.took(1);
  expect(alert?.to).toEqual([operator]);
  const text = `${alert?.raw}${(await simpleParser(alert?.raw ?? '')).text}`;
  expect(text).toContain('could not be delivered');
  for (const word of [id, canary, 'police', 'labour']) expect(text).not.toContain(word);
});

test('the second mailbox of the same agency is written to when the first says "never"', async () => {
  const server = await mailServer(tls, {
    onRcptTo({ address }, _session, callback) {
      callback(address.startsWith('old@') ? Object.assign(new Error('never'), { responseCode: 550 }) : undefined);
    },
  });
  const store = await openedStore();
  const recipients = new Map([['police', mailbox('old@police.example', { backupEmail: 'new@police.example' })]]);
  const { round } = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls), recipients });
  await take(store);
  await round();
  expect(toWhom(server.mails)).toEqual(['new@police.example']);
});

test('an agency that is not in the list of mailboxes just now is waited for, not given up', async () => {
  const { store, server, time, courier, mailer } = await kitOn();
  const without = courierKit({
    store,
    mailer,
    recipients: new Map(mailboxes.slice(1)),
  });
  await take(store);
  await without.round();
  expect(without.events).toMatchObject([{ event: 'delivery', outcome: 'retry', code: 'NO-MAILBOX' }]);
  time.now += minute;
  await courier.poll();
  await server.took(1);
  await Promise.all(courier.underway());
  expect(toWhom(server.mails)).toEqual(['desk@police.example']);
});

test('an end that cannot be written down stops the taking, and is written before anything is sent again', async () => {
  const store = await openedStore();
  let full = true;
  const outbox = {
    ...store.outbox,
    done: (...end: Parameters<typeof store.outbox.done>) =>
      full ? Promise.reject(new Error('disk full')) : store.outbox.done(...end),
  };
  const { round, server, time, courier } = await kitOn({ store: { ...store, outbox } });
  await take(store);
  await round();
  await take(store);
  time.now += hour;
  await expect(courier.poll()).rejects.toThrow('disk full');
  full = false;
  await round();
  expect(server.mails).toHaveLength(2);
  expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, leased: 0, deliveredToday: 2 });
});

test('no more than it has hands for are taken, and the rest with the next free hand', async () => {
  const server = await mailServer(tls);
  const store = await openedStore();
  const { round } = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls), parallel: 2 });
  for (let each = 0; each < 5; each += 1) await take(store);
  expect([await round(), await round(), await round(), await round()]).toEqual([2, 2, 1, 0]);
  expect(server.mails).toHaveLength(5);
});

test('the log has closed words only: no id, address, agency or word of a report', async () => {
  const { store, round, events, time } = await kitOn({
    refused: { 'desk@helpline.example': `550 ${canary}`, 'desk@support.example': `451 ${canary}` },
  });
  const id = await take(store, [
    {},
    { recipient: 'helpline', role: 'copy' },
    { recipient: 'victim-support', role: 'copy' },
  ]);
  await round();
  time.now += hour;
  await round();
  const lines = JSON.stringify(events);
  for (const word of [id, canary, 'police', 'helpline', 'example', '@']) expect(lines).not.toContain(word);
  expect(new Set(events.flatMap((event) => Object.keys(event)))).toEqual(new Set(['event', 'outcome', 'code']));
  expect(events.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['delivered', 'dead', 'retry']));
});

test('while the relay is down for three days nothing is given up, and then all of it goes', async () => {
  const port = await closedPort();
  const store = await openedStore();
  const down = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${port}`, tls) });
  for (let each = 0; each < 3; each += 1) await take(store);
  for (; down.time.now < noon + 72 * hour; down.time.now += hour) await down.round();
  expect(await store.outbox.stats(down.time.now)).toMatchObject({ due: 3, dead: 0, oldestDueMs: 72 * hour });
  const { round, server, time } = await kitOn({ store });
  time.now = down.time.now + 2 * hour;
  await round();
  expect(server.mails).toHaveLength(3);
  for (const { raw } of server.mails) expect(raw).not.toContain('X-Possible-Duplicate');
});
