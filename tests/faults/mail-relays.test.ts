import { describe, expect, test } from 'vitest';
import { upkeep } from '../../functions/report/courier/upkeep.ts';
import type { Store } from '../../functions/report/outbox/store.ts';
import { hour, minute, noon } from '../support/a-sealed-report.ts';
import { certificate } from '../support/certificate.ts';
import { courierKit, kitOn, mailersTo, mailerTo, openedStore, operator, take } from '../support/courier-kit.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { storeKinds } from '../support/mail/store-kinds.ts';
import { closedPort, mailServer } from '../support/mail-servers.ts';

const tls = await certificate();
const reports = 3;
/** Three days in steps of an hour are many steps on a busy machine, ms. */
const longTest = 600_000;
const threeDays = 72 * hour;

async function withReports(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  for (let each = 0; each < reports; each += 1) await take(store);
  return store;
}

/** Three days in steps of an hour: rounds until nothing is due, and the chores. */
async function threeDaysOf(kit: ReturnType<typeof courierKit>, store: Store): Promise<void> {
  const sends: Promise<void>[] = [];
  const send = (now: number) => {
    const sending = kit.alerts.send(now);
    sends.push(sending);
    return sending;
  };
  const keep = upkeep({ ...kit, store, alerts: { ...kit.alerts, send } });
  for (; kit.time.now <= noon + threeDays; kit.time.now += hour) {
    while ((await kit.round()) > 0);
    await keep(kit.time.now);
    await Promise.all(sends);
  }
}

describe.each(storeKinds())('on the $adapter store', ({ adapter, open }) => {
  test(
    'F22: while the relay is down for 72 hours nothing is given up, and when it is back all of it goes, none as a copy',
    async () => {
      const store = await withReports(open);
      const down = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${await closedPort()}`, tls) });
      await threeDaysOf(down, store);
      expect(await store.outbox.stats(down.time.now)).toMatchObject({ due: reports, dead: 0, leased: 0 });
      expect(new Set(down.events.map(({ event, outcome }) => `${event} ${outcome}`))).toEqual(
        new Set(['delivery retry', 'alert not-sent']),
      );
      const back = await kitOn({ store });
      back.time.now = down.time.now + 2 * hour;
      while ((await back.round()) > 0);
      expect(back.server.mails).toHaveLength(reports);
      expect(new Set(back.server.mails.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1])).size).toBe(reports);
      for (const { raw } of back.server.mails) expect(raw).not.toContain('X-Possible-Duplicate');
      recordFault({
        row: 'F22',
        adapter,
        injected: `relay down for 72 h, ${reports} reports`,
        times: 1,
        result: 'all delivered once',
      });
    },
    longTest,
  );

  test(
    'F22: while a mailbox says "later" for 72 hours its operator is told at one hour and at 24 hours',
    async () => {
      const store = await withReports(open);
      const told: number[] = [];
      let later = true;
      const clock = { now: () => noon };
      const server = await mailServer(tls, {
        onRcptTo({ address }, _session, callback) {
          if (address === operator) told.push((clock.now() - noon) / hour);
          const refuse = later && address !== operator;
          callback(refuse ? Object.assign(new Error('4.2.0 later'), { responseCode: 450 }) : undefined);
        },
      });
      const kit = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls) });
      clock.now = () => kit.time.now;
      await threeDaysOf(kit, store);
      expect(told[0]).toBe(1);
      expect(told).toContain(24);
      later = false;
      kit.time.now += 2 * hour;
      while ((await kit.round()) > 0);
      expect(server.mails.filter(({ to }) => to[0] !== operator)).toHaveLength(reports);
      recordFault({
        row: 'F22',
        adapter,
        injected: `mailbox says "later" for 72 h, ${reports} reports`,
        times: 1,
        result: 'alerts at 1 h and 24 h, all delivered once',
      });
    },
    longTest,
  );
});

test.each([
  ['a first relay whose name is in no DNS', async () => 'smtp://relay.invalid:587'],
  ['a first relay where nobody listens', async () => `smtp://127.0.0.1:${await closedPort()}`],
])('F23: past %s the report goes through the second one at once', async (about, first) => {
  const store = await openedStore();
  const server = await mailServer(tls);
  const mailer = mailersTo([await first(), `smtp://127.0.0.1:${server.port}`], tls);
  const { round, time } = courierKit({ store, mailer });
  await take(store);
  await round();
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.raw).not.toContain('X-Possible-Duplicate');
  expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, deliveredToday: 1 });
  recordFault({ row: 'F23', adapter: 'smtp', injected: about, times: 1, result: 'delivered through the second' });
});

test('F23: while neither relay can be reached the report waits, and may not have arrived anywhere', async () => {
  const store = await openedStore();
  const mailer = mailersTo(['smtp://relay.invalid:587', `smtp://127.0.0.1:${await closedPort()}`], tls);
  const { round, time, events } = courierKit({ store, mailer });
  await take(store);
  await round();
  expect(events).toMatchObject([{ event: 'delivery', outcome: 'retry' }]);
  const back = await kitOn({ store });
  back.time.now = time.now + 2 * minute;
  await back.round();
  expect(back.server.mails[0]?.raw).not.toContain('X-Possible-Duplicate');
  recordFault({
    row: 'F23',
    adapter: 'smtp',
    injected: 'DNS failure and a closed port',
    times: 1,
    result: 'waited, delivered later',
  });
});
