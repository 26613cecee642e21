import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { minute, noon } from '../support/a-sealed-report.ts';
import { certificate } from '../support/certificate.ts';
import { canary, courierKit, kitOn, mailerTo, openedStore, operator, take, toWhom } from '../support/courier-kit.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { atFirst, mailServer, type Point, scriptedServer } from '../support/mail-servers.ts';

const tls = await certificate();
const desk = 'desk@police.example';
const secondContact = { recipient: 'helpline', role: 'then', rank: 1, dueAt: noon + 30 * minute } as const;

test.each<[at: Point, reply: string, good: string]>([
  ['greeting', '421 4.3.2 going down', '220 test'],
  ['MAIL', '451 4.3.0 later', '250 ok'],
  ['RCPT', '451 4.7.1 greylisted', '250 ok'],
  ['RCPT', '452 4.2.2 mailbox full', '250 ok'],
  ['RCPT', '421 4.3.2 going down', '250 ok'],
  ['DATA', '451 4.3.0 later', '354 go on'],
  ['dot', '452 4.3.1 no space', '250 taken'],
])('F15: a report answered at %s with %s is tried again and arrives, not as a second copy', async (at, reply, good) => {
  const server = await scriptedServer({ [at]: atFirst(1, reply, good) }, tls);
  const store = await openedStore();
  const { round, time } = courierKit({ store, mailer: mailerTo(`smtps://127.0.0.1:${server.port}`, tls) });
  await take(store);
  await round();
  expect(await store.outbox.stats(time.now)).toMatchObject({ due: 1, leased: 0, dead: 0, deliveredToday: 0 });
  time.now += minute;
  await round();
  expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, dead: 0, deliveredToday: 1 });
  expect(server.mails().at(-1)).not.toContain('X-Possible-Duplicate');
  recordFault({
    row: 'F15',
    adapter: 'smtp',
    injected: `${reply.slice(0, 3)} at ${at}`,
    times: 1,
    result: 'delivered',
  });
});

test('F15: a mailbox that greylists for five minutes gets its mail once, at the first try after them', async () => {
  const clock = { now: () => noon };
  let refused = 0;
  const server = await mailServer(tls, {
    onRcptTo(_to, _session, callback) {
      const early = clock.now() < noon + 5 * minute;
      if (early) refused += 1;
      callback(early ? Object.assign(new Error('4.7.1 greylisted'), { responseCode: 450 }) : undefined);
    },
  });
  const store = await openedStore();
  const { round, time } = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls) });
  clock.now = () => time.now;
  await take(store);
  for (; time.now <= noon + 8 * minute; time.now += minute) await round();
  expect(refused).toBe(3);
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.raw).not.toContain('X-Possible-Duplicate');
  recordFault({ row: 'F15', adapter: 'smtp', injected: 'greylisting for 5 min', times: refused, result: 'delivered' });
});

test.each([
  ['the mailbox', { [desk]: '550 5.1.1 no such mailbox' }],
  ['the size for this mailbox', { [desk]: '552 5.2.2 over quota' }],
  ['the mail as unwanted', { [desk]: '554 5.7.1 no' }],
])(
  'F16: a server that refuses %s for good makes a dead letter, an alert without content and a mail to the second contact',
  async (_what, refused) => {
    const { store, server, round, time } = await kitOn({ refused });
    const id = await take(store, [{}, secondContact]);
    await round();
    await round();
    const mails = await server.took(2);
    expect(toWhom(mails)).toEqual(['desk@helpline.example', operator]);
    expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, dead: 1, deliveredToday: 1 });
    await expectNoContent(mails.find(({ to }) => to.includes(operator))?.raw ?? '', id);
    recordFault({
      row: 'F16',
      adapter: 'smtp',
      injected: `${refused[desk].slice(0, 3)} at RCPT`,
      times: 1,
      result: held,
    });
  },
);

test.each(['550 5.7.1 no', '552 5.3.4 too big', '554 5.6.0 no'])(
  'F16: a text refused with %s makes a dead letter, an alert without content and a mail to the second contact',
  async (reply) => {
    const server = await scriptedServer({ dot: atFirst(1, reply, '250 taken') }, tls);
    const store = await openedStore();
    const { round, time } = courierKit({ store, mailer: mailerTo(`smtps://127.0.0.1:${server.port}`, tls) });
    const id = await take(store, [{}, secondContact]);
    await round();
    await round();
    while (server.mails().length < 3) await new Promise(setImmediate);
    const [first = '', ...later] = server.mails();
    expect(first).toContain('To: desk@police.example');
    expect(later.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim()).sort()).toEqual([
      'desk@helpline.example',
      operator,
    ]);
    expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, dead: 1, deliveredToday: 1 });
    await expectNoContent(later.find((mail) => mail.includes(`To: ${operator}`)) ?? '', id);
    recordFault({
      row: 'F16',
      adapter: 'smtp',
      injected: `${reply.slice(0, 3)} after the dot`,
      times: 1,
      result: held,
    });
  },
);

const held = 'dead letter kept, alert without content, second contact got it';

async function expectNoContent(alert: string, id: string): Promise<void> {
  const read = `${alert}${(await simpleParser(Buffer.from(alert, 'latin1'))).text}`;
  expect(read).toContain('could not be delivered');
  for (const word of [id, canary, 'police', 'helpline', 'labour']) expect(read).not.toContain(word);
}

test('F20: where one of two mailboxes is refused for now, only that one is tried again', async () => {
  const { store, server, round, time, refused } = await kitOn({ refused: { [desk]: '451 4.7.1 later' } });
  await take(store, [{}, { recipient: 'helpline', role: 'copy' }]);
  await round();
  expect(toWhom(server.mails)).toEqual(['desk@helpline.example']);
  delete refused[desk];
  time.now += minute;
  expect(await round()).toBe(1);
  expect(server.mails.map(({ to }) => to)).toEqual([['desk@helpline.example'], [desk]]);
  recordFault({ row: 'F20', adapter: 'smtp', injected: '451 for one of two', times: 1, result: 'each delivered once' });
});

test('F21: a server that takes no mail of this size makes a dead letter and an alert', async () => {
  const server = await mailServer(tls, {
    size: 1000,
    onMailFrom: (_from, _session, callback) => callback(Object.assign(new Error('too big'), { responseCode: 552 })),
  });
  const store = await openedStore();
  const { round, time, events } = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls) });
  await take(store);
  await round();
  expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, dead: 1, deliveredToday: 0 });
  while (!events.some(({ event }) => event === 'alert')) await new Promise(setImmediate);
  expect(events.filter(({ event }) => event === 'alert')).toMatchObject([{ code: 'dead-letter' }]);
  recordFault({
    row: 'F21',
    adapter: 'smtp',
    injected: 'SIZE 1000',
    times: 1,
    result: 'dead letter kept, alert raised',
  });
});

test.each([
  ['8BITMIME', { hide8BITMIME: true }],
  ['SMTPUTF8', { hideSMTPUTF8: true }],
  ['8BITMIME and SMTPUTF8', { hide8BITMIME: true, hideSMTPUTF8: true }],
])('F21: a server without %s gets the mail, letter by letter', async (what, options) => {
  const server = await mailServer(tls, options);
  const store = await openedStore();
  const { round } = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls) });
  await take(store, [{}], 'તેઓ રાત્રે બહારથી તાળું મારે છે. 😀\n');
  await round();
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.raw).toMatch(/^[\t\r\n -~]*$/);
  expect((await simpleParser(Buffer.from(server.mails[0]?.raw ?? '', 'latin1'))).text).toContain(
    'તેઓ રાત્રે બહારથી તાળું મારે છે. 😀',
  );
  recordFault({ row: 'F21', adapter: 'smtp', injected: `no ${what}`, times: 1, result: 'delivered whole' });
});
