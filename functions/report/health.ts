import type { EpochPublicKeys } from './outbox/epoch-keys.ts';
import type { OutboxStats } from './outbox/outbox.ts';
import type { CourierPulse } from './outbox/store.ts';
import type { Health } from './parts.ts';

interface Watched {
  readonly outbox: { stats(now: number): Promise<OutboxStats> };
  readonly keys: EpochPublicKeys;
  readonly pulse: CourierPulse;
  /** The last report could not be kept. */
  failing(): boolean;
}

interface Vitals {
  readonly hasKey: boolean;
  readonly failing: boolean;
  readonly pulseAgeMs: number;
  readonly stats: OutboxStats;
}

const minute = 60_000;

const well: Health = { state: 'ok', why: 'ok' };

/** The first row that holds is the state; no row, and all is well. */
const ailments: readonly { state: Health['state']; why: string; holds(vitals: Vitals): boolean }[] = [
  { state: 'down', why: 'keys', holds: ({ hasKey }) => !hasKey },
  { state: 'degraded', why: 'store', holds: ({ failing }) => failing },
  { state: 'degraded', why: 'courier', holds: ({ pulseAgeMs }) => pulseAgeMs > 2 * minute },
  { state: 'degraded', why: 'mail', holds: ({ stats }) => stats.oldestDueMs > 60 * minute },
  { state: 'degraded', why: 'undeliverable', holds: ({ stats }) => stats.dead > 0 },
];

/** How the service is, in one word; never throws, and never a count of reports. */
export async function readHealth({ outbox, keys, pulse, failing }: Watched, now: number): Promise<Health> {
  try {
    const hasKey = (await keys.current(new Date(now).toISOString().slice(0, 10))) !== undefined;
    const [last = 0, stats] = [await pulse.last(), await outbox.stats(now)];
    const vitals = { hasKey, failing: failing(), pulseAgeMs: now - last, stats };
    const ailment = ailments.find(({ holds }) => holds(vitals));
    return ailment === undefined ? well : { state: ailment.state, why: ailment.why };
  } catch {
    return { state: 'down', why: 'store' };
  }
}

/** Where nothing is kept, all there is to know is whether the mail server took the last report. */
export function sendThroughHealth(failing: boolean): Health {
  return failing ? { state: 'degraded', why: 'mail' } : well;
}
