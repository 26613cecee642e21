import type { EpochKeyStore } from './epoch-keys.ts';
import type { Outbox } from './outbox.ts';

/** The courier says now and then that it lives, so that intake's health can tell reports that leave from reports that wait. */
export interface CourierPulse {
  beat(now: number): Promise<void>;
  /** When a courier last said so, ms since 1970; `undefined` before the first one ever ran. */
  last(): Promise<number | undefined>;
}

/** One store: reports, keys and the courier's pulse. Every engine that keeps reports hands out this. */
export interface Store {
  readonly outbox: Outbox;
  readonly keys: EpochKeyStore;
  readonly pulse: CourierPulse;
  /** Releases the file and the role. Nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

/** Which process holds the store. One of each at a time. */
export type StoreRole = 'intake' | 'courier';
