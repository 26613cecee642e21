import type { Store } from '../../functions/report/outbox/store.ts';
import type { BenchStore } from './engine.ts';

/** As many as a courier takes at once. */
const atOnce = 4;
const claims = 500;
const uncounted = 100;

/** Microseconds. */
export interface ClaimTimes {
  readonly p50: number;
  readonly p99: number;
}

/**
 * How long a courier's claims take on two stores, in turn, claim by claim. What is claimed is settled as delivered
 * before the next one, uncounted, as a courier would.
 */
export async function claimTimes<Name extends string>(
  stores: Readonly<Record<Name, BenchStore>>,
): Promise<Readonly<Record<Name, ClaimTimes>>> {
  const names = Object.keys(stores) as Name[];
  const open = new Map<Name, Store>();
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) open.set(name, await stores[name].open('courier'));
  try {
    for (let turn = 0; turn < uncounted + claims; turn += 1) {
      for (const [name, store] of open) {
        const taken = await claimOnce(store);
        if (turn >= uncounted) times.get(name)?.push(taken);
      }
    }
  } finally {
    for (const store of open.values()) await store.close();
  }
  const timed = names.map((name) => [name, percentiles(times.get(name) ?? [])]);
  return Object.fromEntries(timed) as Record<Name, ClaimTimes>;
}

async function claimOnce({ outbox }: Store): Promise<number> {
  const started = performance.now();
  const claimed = await outbox.claim(Date.now(), atOnce);
  const taken = (performance.now() - started) * 1000;
  if (claimed.length !== atOnce) throw new Error(`A claim brought ${claimed.length} envelopes and not ${atOnce}.`);
  for (const claim of claimed) await outbox.done(claim, Date.now());
  return taken;
}

function percentiles(times: readonly number[]): ClaimTimes {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
