import { expect, test } from 'vitest';
import { readHealth, sendThroughHealth } from '../../functions/report/health.ts';
import { openEmbeddedStore } from '../../functions/report/outbox/embedded/open-embedded-store.ts';
import type { Store } from '../../functions/report/outbox/store.ts';
import { aSealedReport, epochDay, hour, minute, noon } from '../support/a-sealed-report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function aStore(): Promise<Store> {
  const store = await openEmbeddedStore({ dataDir: temporaryFolder(), role: 'courier' });
  await store.keys.publish({ day: epochDay, publicKey: Buffer.alloc(32, 1), wrapped: Buffer.alloc(64, 1) });
  await store.pulse.beat(noon);
  return store;
}

interface Case {
  readonly why: string;
  readonly state: string;
  readonly now?: number;
  readonly failing?: boolean;
  prepare?(store: Store): unknown;
}

const cases: readonly Case[] = [
  { why: 'ok', state: 'ok' },
  { why: 'store', state: 'degraded', failing: true },
  { why: 'courier', state: 'degraded', now: noon + 2 * minute + 1 },
  { why: 'mail', state: 'degraded', now: noon + 2 * hour, prepare: ({ pulse }) => pulse.beat(noon + 2 * hour) },
  { why: 'store', state: 'down', prepare: (store) => store.close() },
];

test.each(cases)('a store with a key and a report is $state because of "$why"', async ({ why, state, ...given }) => {
  const store = await aStore();
  await store.outbox.accept(aSealedReport());
  await given.prepare?.(store);
  const { failing = false, now = noon } = given;
  expect(await readHealth({ ...store, failing: () => failing }, now)).toEqual({ state, why });
  await store.close();
});

test('where nothing is kept, health is whether the last report was handed on', () => {
  expect([false, true].map(sendThroughHealth)).toEqual([
    { state: 'ok', why: 'ok' },
    { state: 'degraded', why: 'mail' },
  ]);
});
