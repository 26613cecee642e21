import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CourierEvent } from '../../../functions/report/courier/courier-log.ts';
import { startCourier } from '../../../functions/report/courier/start-courier.ts';
import type { Mailer } from '../../../functions/report/mail/mail.ts';
import { openEmbeddedStore } from '../../../functions/report/outbox/embedded/open-embedded-store.ts';
import type { Store } from '../../../functions/report/outbox/store.ts';
import { noon } from '../../support/a-sealed-report.ts';
import { certificate } from '../../support/certificate.ts';
import { mailboxes, mailerTo, masterKey, openedStore, take } from '../../support/courier-kit.ts';
import { mailServer, scriptedServer } from '../../support/mail-servers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const tls = await certificate();

function partsFor(store: Store, mailer: Mailer) {
  const events: CourierEvent[] = [];
  const log = (event: CourierEvent) => void events.push(event);
  const recipients = new Map(mailboxes);
  const parts = { store, mailer, masterKey, recipients, mailDomain: 'signs.example', log, pollMs: 5, graceMs: 50 };
  return { ...parts, clock: () => noon, random: () => 0.5, events };
}

test('a started courier finds what comes in by itself, until it is stopped', async () => {
  const server = await mailServer(tls);
  const store = await openedStore();
  const parts = partsFor(store, mailerTo(`smtp://127.0.0.1:${server.port}`, tls));
  const courier = await startCourier(parts);
  for (let each = 0; each < 6; each += 1) await take(store);
  await server.took(6);
  await take(store);
  await server.took(7);
  await courier.stop();
  await take(store);
  expect(server.mails).toHaveLength(7);
  expect(await store.outbox.stats(noon)).toMatchObject({ due: 1, leased: 0, deliveredToday: 7 });
  expect(parts.events.map(({ outcome }) => outcome)).toEqual(['started', ...Array(7).fill('delivered'), 'stopped']);
  expect(await store.pulse.last()).toBe(noon);
});

test('a delivery that does not end in time is cut off at the stop, and sent again by the next courier as a possible copy', async () => {
  const dataDir = temporaryFolder();
  const store = await openedStore(dataDir);
  let reached = () => {};
  const atDot = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const silent = await scriptedServer({ dot: () => reached() }, tls);
  const first = await startCourier(partsFor(store, mailerTo(`smtps://127.0.0.1:${silent.port}`, tls)));
  await take(store);
  await atDot;
  await first.stop();
  await store.close();
  const again = await openEmbeddedStore({ dataDir, role: 'courier' });
  const server = await mailServer(tls);
  const later = { ...partsFor(again, mailerTo(`smtp://127.0.0.1:${server.port}`, tls)), clock: () => noon + 120_000 };
  const second = await startCourier(later);
  const [mail] = await server.took(1);
  await second.stop();
  await again.close();
  expect(mail?.raw).toContain('X-Possible-Duplicate: attempt 2');
});

test('a store that fails is logged once, and once more when it is well again', async () => {
  const server = await mailServer(tls);
  const store = await openedStore();
  let failures = 3;
  const outbox: Store['outbox'] = {
    ...store.outbox,
    claim: async (now, limit) => {
      if (failures-- > 0) throw new Error('disk full');
      return store.outbox.claim(now, limit);
    },
  };
  const parts = partsFor({ ...store, outbox }, mailerTo(`smtp://127.0.0.1:${server.port}`, tls));
  await take(store);
  const courier = await startCourier(parts);
  await server.took(1);
  await courier.stop();
  expect(parts.events.map(({ event, outcome }) => `${event} ${outcome}`)).toEqual([
    'courier started',
    'store failed',
    'store recovered',
    'delivery delivered',
    'courier stopped',
  ]);
});

test('a courier with another master key does not start', async () => {
  const store = await openedStore();
  const mailer = mailerTo('smtp://127.0.0.1:1', tls);
  await expect(startCourier({ ...partsFor(store, mailer), masterKey: randomBytes(32) })).rejects.toThrow(
    'MASTER_KEY_FILE',
  );
});
