import { expect, test } from 'vitest';
import type { Recipients } from '../../../functions/report/contract/recipient-setting.ts';
import { upkeep } from '../../../functions/report/courier/upkeep.ts';
import type { Store } from '../../../functions/report/outbox/store.ts';
import { dayMs, hour, minute, noon } from '../../support/a-sealed-report.ts';
import { certificate } from '../../support/certificate.ts';
import { courierKit, mailboxes, mailerTo, openedStore, operator, take } from '../../support/courier-kit.ts';
import { mailServer } from '../../support/mail-servers.ts';

const tls = await certificate();

async function kit(change: (store: Store) => Store = (store) => store, recipients: Recipients = new Map(mailboxes)) {
  const server = await mailServer(tls);
  const store = change(await openedStore());
  const parts = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls), recipients });
  /** Waits until that many alerts were sent, as the log says. */
  const told = async (count: number) => {
    while (parts.events.filter(({ outcome }) => outcome === 'sent').length < count) await new Promise(setImmediate);
  };
  return { ...parts, store, server, keep: upkeep({ ...parts, store }), told };
}

const subjects = (mails: readonly { readonly raw: string }[]) =>
  mails.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim());

test('the courier says every ten seconds that it lives, and not oftener', async () => {
  const { keep, store } = await kit();
  const seen: (number | undefined)[] = [];
  for (const after of [0, 9_999, 10_000]) {
    await keep(noon + after);
    seen.push(await store.pulse.last());
  }
  expect(seen).toEqual([noon, noon, noon + 10_000]);
});

test('when the clock goes back a day, every chore goes on', async () => {
  const { keep, store } = await kit();
  await keep(noon);
  await keep(noon - dayMs);
  expect(await store.pulse.last()).toBe(noon - dayMs);
});

test('keys are published a week ahead every day, and old ones destroyed', async () => {
  const { keep, store } = await kit();
  for (let day = 0; day < 4; day += 1) await keep(noon + day * dayMs);
  expect(await store.keys.wrapped('2027-03-24')).toBeDefined();
  expect(await store.keys.wrapped('2027-03-15')).toBeUndefined();
});

test('an operator is told when a report has waited an hour, once more after a day, and then every week', async () => {
  const { keep, store, server, told } = await kit();
  await take(store);
  for (let after = 0; after < 60; after += 1) await keep(noon + after * minute);
  expect(server.mails).toEqual([]);
  for (const [after, count] of [1, 2, 23, 24, 25, 48, 167, 168, 169, 335, 336, 337].map(
    (each) => [each, [1, 24, 168, 336].filter((time) => time <= each).length] as const,
  )) {
    await keep(noon + after * hour);
    await told(count);
  }
  expect(subjects(await server.took(4))).toEqual([
    'Know the Signs: reports have waited for an hour',
    'Know the Signs: reports have waited for a day',
    ...Array(2).fill('Know the Signs: reports still wait for you'),
  ]);
  expect(server.mails[0]?.to).toEqual([operator]);
});

test('a report that waits an hour after an earlier one left is told anew', async () => {
  const { keep, store, server, told } = await kit();
  await take(store);
  await keep(noon + hour);
  await told(1);
  for (const claim of await store.outbox.claim(noon + hour, 1)) await store.outbox.done(claim, noon + hour);
  await keep(noon + hour + minute);
  await take(store, [{ dueAt: noon + 2 * hour }]);
  await keep(noon + 3 * hour);
  expect(subjects(await server.took(2))).toEqual(Array(2).fill('Know the Signs: reports have waited for an hour'));
});

test('an operator is told of dead letters when the courier starts, and every week', async () => {
  const { keep, store, server, told } = await kit();
  await take(store);
  for (const claim of await store.outbox.claim(noon, 1)) await store.outbox.dead(claim, noon);
  await keep(noon);
  await told(1);
  await keep(noon + 7 * dayMs);
  expect(subjects(await server.took(2))).toEqual(Array(2).fill('Know the Signs: reports still wait for you'));
});

test('keys that cannot be written are told to the operator, and the other chores go on', async () => {
  const broken = (store: Store): Store => ({
    ...store,
    keys: { ...store.keys, publish: () => Promise.reject(new Error('disk full')) },
  });
  const { keep, server, events, store } = await kit(broken);
  const later = noon + 3 * dayMs;
  await keep(later);
  await keep(later + minute);
  expect(subjects(await server.took(1))).toEqual(['Know the Signs: the keys of the store need you']);
  expect(events).toContainEqual({ event: 'keys', outcome: 'failed' });
  expect(await store.pulse.last()).toBe(later + minute);
});

test('what was delivered is gone from the disk at the next turn, and again while somebody reads', async () => {
  const asked: number[] = [];
  const busyOnce = (store: Store): Store => ({
    ...store,
    outbox: { ...store.outbox, tidy: async (now) => asked.push(now) > 2 },
  });
  const { keep, store, round } = await kit(busyOnce);
  await keep(noon);
  expect(asked).toEqual([noon]);
  await take(store);
  await round();
  for (let second = 1; second <= 5; second += 1) await keep(noon + second * 1000);
  expect(asked).toEqual([noon, noon + 1000, noon + 2000]);
});
