import { expect, test } from 'vitest';
import { upkeep } from '../../../functions/report/courier/upkeep.ts';
import type { Store } from '../../../functions/report/outbox/store.ts';
import { dayMs, hour, minute, noon } from '../../support/a-sealed-report.ts';
import { certificate } from '../../support/certificate.ts';
import { courierKit, mailerTo, openedStore, operator, take } from '../../support/courier-kit.ts';
import { mailServer } from '../../support/mail-servers.ts';

const tls = await certificate();

async function kit(change: (store: Store) => Store = (store) => store) {
  const server = await mailServer(tls);
  const store = change(await openedStore());
  const parts = courierKit({ store, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls) });
  return { ...parts, store, server, keep: upkeep({ ...parts, store }) };
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

test('an operator is told once an hour while a report has waited for an hour', async () => {
  const { keep, store, server } = await kit();
  await take(store);
  for (let after = 0; after < 60; after += 1) await keep(noon + after * minute);
  expect(server.mails).toEqual([]);
  await keep(noon + hour);
  expect(subjects(await server.took(1))).toEqual(['Know the Signs: reports have waited for an hour']);
  expect(server.mails[0]?.to).toEqual([operator]);
});

test('an operator is told of dead letters when the courier starts, and every week', async () => {
  const { keep, store, server, events } = await kit();
  await take(store);
  for (const claim of await store.outbox.claim(noon, 1)) await store.outbox.dead(claim, noon);
  await keep(noon);
  while (!events.some(({ outcome }) => outcome === 'sent')) await new Promise(setImmediate);
  await keep(noon + 7 * dayMs);
  expect(subjects(await server.took(2))).toEqual(Array(2).fill('Know the Signs: a report could not be delivered'));
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
