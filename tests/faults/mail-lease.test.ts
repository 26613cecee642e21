import { describe, expect, test } from 'vitest';
import { leaseMs } from '../../functions/report/outbox/schedule.ts';
import { dayMs, hour, minute, noon } from '../support/a-sealed-report.ts';
import { certificate } from '../support/certificate.ts';
import { courierKit, kitOn, mailerTo, take } from '../support/courier-kit.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { storeKinds } from '../support/mail/store-kinds.ts';
import { mailServer, scriptedServer } from '../support/mail-servers.ts';

const tls = await certificate();

describe.each(storeKinds())('on the $adapter store', ({ adapter, open }) => {
  test('F11: a courier that outlives its lease changes nothing any more, and the copy of the next one is flagged', async () => {
    let answer = () => {};
    let reached = () => {};
    const atDot = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const slow = await scriptedServer(
      {
        dot(socket) {
          answer = () => void socket.write('250 taken\r\n');
          reached();
        },
      },
      tls,
    );
    const store = await open();
    const late = courierKit({ store, mailer: mailerTo(`smtps://127.0.0.1:${slow.port}`, tls) });
    await take(store);
    const ending = late.round();
    await atDot;
    const next = await kitOn({ store });
    next.time.now = noon + leaseMs - 1;
    expect(await next.round()).toBe(0);
    next.time.now = noon + leaseMs + 1;
    expect(await next.round()).toBe(1);
    late.time.now = next.time.now + 1;
    answer();
    await ending;
    expect(late.events).toMatchObject([{ event: 'delivery', outcome: 'lease-lost' }]);
    expect(next.events).toMatchObject([{ event: 'delivery', outcome: 'delivered' }]);
    expect(next.server.mails[0]?.raw).toContain('X-Possible-Duplicate: attempt 2');
    expect(await store.outbox.stats(late.time.now)).toMatchObject({ due: 0, leased: 0, dead: 0, deliveredToday: 1 });
    recordFault({ row: 'F11', adapter, injected: 'a lease outlived', times: 1, result: 'late end changed nothing' });
  });

  test('F12: a clock that jumps a day forward and back loses no retry and makes no burst', async () => {
    let later = true;
    let asked = 0;
    const server = await mailServer(tls, {
      onRcptTo(_to, _session, callback) {
        asked += 1;
        callback(later ? Object.assign(new Error('4.2.0 later'), { responseCode: 450 }) : undefined);
      },
    });
    const store = await open();
    const { round, time } = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls) });
    await take(store);
    for (const jump of [0, dayMs, minute, dayMs + hour]) {
      const before = asked;
      time.now = noon + jump;
      while ((await round()) > 0);
      expect(asked - before).toBeLessThanOrEqual(1);
    }
    expect(await store.outbox.stats(time.now)).toMatchObject({ leased: 0, dead: 0, deliveredToday: 0 });
    later = false;
    for (time.now = noon + 2 * minute; time.now <= noon + dayMs + 2 * hour; time.now += 10 * minute) await round();
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.raw).not.toContain('X-Possible-Duplicate');
    expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, leased: 0, dead: 0 });
    recordFault({ row: 'F12', adapter, injected: 'clock a day forward, and back', times: 2, result: 'delivered once' });
  });
});
