import type { Recipients } from '../contract/recipient-setting.ts';
import type { Store } from '../outbox/store.ts';
import { unusableKeys } from '../steps/openpgp/key-problems.ts';
import type { Alerts } from './alert.ts';
import type { Courier } from './courier.ts';
import type { CourierLog } from './courier-log.ts';
import type { EpochPrivateKeys } from './epoch-private-keys.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const day = 24 * hour;

export interface UpkeepParts {
  readonly store: Store;
  readonly keys: EpochPrivateKeys;
  readonly courier: Courier;
  readonly alerts: Alerts;
  readonly recipients: Recipients;
  readonly log: CourierLog;
}

interface Chore {
  readonly every: number;
  readonly event: 'keys' | 'store';
  run(now: number): Promise<void>;
}

/** Everything a courier does beside delivering, each at its own pace; all of it at the first call. */
const chores = ({ store, keys, courier, alerts, recipients }: UpkeepParts): readonly Chore[] => [
  { every: 10 * second, event: 'store', run: (now) => store.pulse.beat(now) },
  { every: second, event: 'store', run: eraser(store, courier) },
  { every: hour, event: 'store', run: async (now) => void (await store.outbox.tidy(now)) },
  {
    every: 10 * minute,
    event: 'keys',
    run: async (now) => {
      await keys.publish(now);
      if ((await keys.shred(now)) > 0) await store.outbox.tidy(now);
    },
  },
  {
    every: day,
    event: 'keys',
    run: async (now) => {
      if ((await unusableKeys(recipients, new Date(now))).length > 0) alerts.raise('agency-key');
    },
  },
  {
    every: 7 * day,
    event: 'store',
    run: async (now) => {
      const { dead, oldestDueMs } = await store.outbox.stats(now);
      if (dead > 0 || oldestDueMs >= day) alerts.raise('reminder');
    },
  },
  { every: minute, event: 'store', run: lateness(store, alerts) },
  {
    every: minute,
    event: 'store',
    // Not waited for: a mail server that hangs must not stop the loop.
    run: async (now) => void alerts.send(now),
  },
];

/** An operator is told once a report has waited an hour, and once more after a day; later the weekly reminder speaks. */
function lateness(store: Store, alerts: Alerts): Chore['run'] {
  let told = 0;
  return async (now) => {
    const { oldestDueMs } = await store.outbox.stats(now);
    const stage = [hour, day].filter((ms) => oldestDueMs >= ms).length;
    if (stage > told) alerts.raise(stage === 1 ? 'undelivered' : 'undelivered-day');
    told = stage;
  };
}

/** What was delivered is soon gone from the log file too; asked again while somebody reads. */
function eraser(store: Store, courier: Courier): Chore['run'] {
  let wanted = false;
  return async (now) => {
    wanted = courier.takeErased() || wanted;
    if (wanted) wanted = !(await store.outbox.tidy(now));
  };
}

/**
 * Does what is due of the chores; call it in every turn of the loop. A chore that fails is logged and done again at its
 * next time; failing keys are told to an operator. Never throws.
 */
export function upkeep(parts: UpkeepParts): (now: number) => Promise<void> {
  const list = chores(parts).map((chore) => ({ ...chore, last: Number.NEGATIVE_INFINITY }));
  return async (now) => {
    for (const chore of list) {
      const clockWentBack = now < chore.last;
      if (now - chore.last < chore.every && !clockWentBack) continue;
      chore.last = now;
      try {
        await chore.run(now);
      } catch {
        parts.log({ event: chore.event, outcome: 'failed' });
        if (chore.event === 'keys') parts.alerts.raise('keys');
      }
    }
  };
}
