import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { minute } from '../support/a-sealed-report.ts';
import { certificate } from '../support/certificate.ts';
import { courierKit, mailerTo, openedStore, take } from '../support/courier-kit.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { atFirst, type Point, type Reply, scriptedServer } from '../support/mail-servers.ts';

const tls = await certificate();
const cut = (socket: Socket) => void socket.destroy();
const headersOf = (mail: string) => mail.slice(0, mail.indexOf('\r\n\r\n'));
const mark = 'X-Possible-Duplicate: attempt 2\r\n';

/** One report to a server that goes wrong the first time, and a second attempt a minute later. */
async function twoAttempts(replies: Partial<Record<Point, Reply>>) {
  const server = await scriptedServer(replies, tls);
  const store = await openedStore();
  const { round, time, events } = courierKit({ store, mailer: mailerTo(`smtps://127.0.0.1:${server.port}`, tls) });
  const id = await take(store);
  await round();
  const between = await store.outbox.stats(time.now);
  time.now += minute;
  await round();
  return { server, id, events, between, after: await store.outbox.stats(time.now) };
}

test.each<[about: string, replies: Partial<Record<Point, Reply>>, arrived: number]>([
  ['cut at MAIL, before DATA', { MAIL: atFirst(1, cut, '250 ok') }, 1],
  ['cut at RCPT, before DATA', { RCPT: atFirst(1, cut, '250 ok') }, 1],
  ['cut at DATA', { DATA: atFirst(1, cut, '354 go on') }, 1],
  ['cut in the middle of the text', { body: cutOnce() }, 1],
  ['cut after the final dot', { dot: atFirst(1, cut, '250 taken') }, 2],
  ['taken, but with its 250 lost', { dot: atFirst(1, (socket) => void socket.end(), '250 taken') }, 2],
])(
  'F17: a mail whose connection was %s arrives with the same Message-ID and Date, flagged from the second attempt on',
  async (about, replies, arrived) => {
    const { server, id, between, after } = await twoAttempts(replies);
    expect(between).toMatchObject({ due: 1, leased: 0, dead: 0, deliveredToday: 0 });
    expect(after).toMatchObject({ due: 0, dead: 0, deliveredToday: 1 });
    const mails = server.mails();
    expect(mails.length).toBe(arrived);
    const last = headersOf(mails.at(-1) ?? '');
    expect(last).toContain(mark);
    expect(last).toContain(`Message-ID: <${id}.police@signs.example>`);
    expect(last).toContain('Date: Sun, 14 Mar 2027 12:00:00 +0000');
    if (arrived === 2) expect(mails.at(-1)?.replace(mark, '')).toBe(mails[0]);
    recordFault({
      ...{ row: 'F17', adapter: 'smtp', injected: about, times: 1 },
      result: `arrived ${arrived === 1 ? 'once' : 'twice, the second'} flagged`,
    });
  },
);

/** The body has no answer of its own, so only the first one is cut. */
function cutOnce(): Reply {
  let cuts = 0;
  return (socket) => {
    if (cuts++ === 0) socket.destroy();
    return undefined;
  };
}

/** Says its answer a byte at a time and never ends it. */
const drip: Reply = (socket) => {
  const dripping = setInterval(() => socket.write('2'), 20);
  socket.on('close', () => clearInterval(dripping));
  return undefined;
};
const slowLines: Reply = (socket) => {
  const dripping = setInterval(() => socket.write('250-x\r\n'), 20);
  socket.on('close', () => clearInterval(dripping));
  return undefined;
};

test.each<[at: Point, reply: Reply]>([
  ['greeting', drip],
  ['EHLO', slowLines],
  ['DATA', drip],
  ['dot', drip],
])(
  'F18: a server that drips its answer to %s for ever is cut off at the deadline, and the report is free again',
  async (at, reply) => {
    const server = await scriptedServer({ [at]: reply }, tls);
    const store = await openedStore();
    const times = { total: 400, connect: 60_000, greeting: 60_000, silence: 60_000 };
    const { round, time, events } = courierKit({
      store,
      mailer: mailerTo(`smtps://127.0.0.1:${server.port}`, tls, times),
    });
    await take(store);
    await round();
    expect(await store.outbox.stats(time.now)).toMatchObject({ due: 1, leased: 0, dead: 0, deliveredToday: 0 });
    expect(events).toEqual([{ event: 'delivery', outcome: 'retry', code: 'EABORT' }]);
    expect(server.connections()).toBe(1);
    recordFault({
      ...{ row: 'F18', adapter: 'smtp', injected: `answer to ${at} dripped without end`, times: 1 },
      result: 'cut off at the deadline, lease given back',
    });
  },
);
