import type { Recipients } from '../contract/recipient-setting.ts';
import type { Mailer } from '../mail/mail.ts';
import type { Store } from '../outbox/store.ts';
import { alerts as createAlerts } from './alert.ts';
import { type Courier, createCourier } from './courier.ts';
import type { CourierLog } from './courier-log.ts';
import { epochPrivateKeys } from './epoch-private-keys.ts';
import { createPause, type Pause } from './pause.ts';
import { upkeep as createUpkeep } from './upkeep.ts';

export interface StartCourierParts {
  /** Opened with role `courier`; the caller closes it after `stop`. */
  readonly store: Store;
  readonly mailer: Mailer;
  /** 32 bytes; earlier ones so that days wrapped with them still open. */
  readonly masterKey: Uint8Array;
  readonly formerMasterKeys?: readonly Uint8Array[] | undefined;
  readonly recipients: Recipients;
  /** ALERT_TO. */
  readonly alertTo?: string | undefined;
  /** Domain of our sender, for Message-IDs of alerts. */
  readonly mailDomain: string;
  readonly log: CourierLog;
  clock(): number;
  /** 0 up to, not including, 1. */
  random(): number;
  /** How often an empty store is looked at, ms; 250 unless handed in. */
  readonly pollMs?: number | undefined;
  /** Deliveries at once; 4 unless handed in, as many as the mailer has connections. */
  readonly parallel?: number | undefined;
  /** How long `stop` waits for deliveries under way, ms; 7 s unless handed in. */
  readonly graceMs?: number | undefined;
}

export interface RunningCourier {
  /** Takes nothing more, lets what is under way end, closes the mailer. Within 10 s; what is cut off is sent again. */
  stop(): Promise<void>;
}

/**
 * Publishes the keys, then delivers until it is stopped. Rejects with one sentence when the master key is not the one
 * of this store; whatever fails later is logged, told to the operator and tried again.
 */
export async function startCourier(parts: StartCourierParts): Promise<RunningCourier> {
  const { store, log, clock } = parts;
  const keys = epochPrivateKeys({ ...parts, keys: store.keys });
  await keys.publish(clock());
  const alerts = createAlerts({ ...parts, to: parts.alertTo });
  const courier = createCourier({ ...parts, keys, alerts, outbox: store.outbox, parallel: parts.parallel ?? 4 });
  const upkeep = createUpkeep({ ...parts, keys, courier, alerts });
  await upkeep(clock());
  log({ event: 'courier', outcome: 'started' });
  const pause = createPause();
  const stopping = { now: false };
  const running = run({ courier, upkeep, pause, stopping, parts });
  return {
    async stop() {
      stopping.now = true;
      pause.end();
      await running;
      await createPause().wait(parts.graceMs ?? 7000, [Promise.all(courier.underway())]);
      await parts.mailer.close();
      await Promise.all(courier.underway());
      await upkeep(clock());
      log({ event: 'courier', outcome: 'stopped' });
    },
  };
}

interface Loop {
  readonly courier: Courier;
  upkeep(now: number): Promise<void>;
  readonly pause: Pause;
  readonly stopping: { readonly now: boolean };
  readonly parts: StartCourierParts;
}

/** Polls at once while there is more to take, otherwise when a hand is free again or the next poll is due. */
async function run({ courier, upkeep, pause, stopping, parts }: Loop): Promise<void> {
  const take = taker(courier, parts.log);
  while (!stopping.now) {
    const taken = await take();
    await upkeep(parts.clock());
    if (taken > 0 && courier.underway().length < (parts.parallel ?? 4)) continue;
    await pause.wait(parts.pollMs ?? 250, courier.underway());
  }
}

/** A poll that never throws: a store that fails is logged once, and once more when it is well again. */
function taker(courier: Courier, log: CourierLog): () => Promise<number> {
  let failing = false;
  return async () => {
    try {
      const taken = await courier.poll();
      if (failing) log({ event: 'store', outcome: 'recovered' });
      failing = false;
      return taken;
    } catch {
      if (!failing) log({ event: 'store', outcome: 'failed', code: 'CLAIM' });
      failing = true;
      return 0;
    }
  };
}
