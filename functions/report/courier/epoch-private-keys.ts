import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { EpochKeyStore } from '../outbox/epoch-keys.ts';
import { rawPublicKey } from '../steps/box-key.ts';
import { unwrapKey, wrapKey } from './wrap-key.ts';

const dayMs = 86_400_000;
const masterKeyBytes = 32;

/** Days published beyond today, so that intake can seal for a week without any courier. */
const daysAhead = 7;

export const utcDay = (now: number): string => new Date(now).toISOString().slice(0, 10);

export interface EpochPrivateKeysParts {
  readonly keys: EpochKeyStore;
  /** 32 bytes. Wraps every new day's key. */
  readonly masterKey: Uint8Array;
  /** Earlier master keys, so that days wrapped with them still open after a change. */
  readonly formerMasterKeys?: readonly Uint8Array[] | undefined;
}

export interface EpochPrivateKeys {
  /** Publishes today's key and the next seven. Rejects when today's cannot be opened with the master key at hand. */
  publish(now: number): Promise<void>;
  /** `undefined` when the day was shredded, never published, or wrapped with a master key we were not given. */
  privateKey(day: string): Promise<KeyObject | undefined>;
  /** Destroys the keys of past days that no envelope still needs; answers how many. Yesterday's stays for late arrivals. */
  shred(now: number): Promise<number>;
}

/** The courier's days' keys. Throws at once when a master key has not 32 bytes. */
export function epochPrivateKeys({ keys, masterKey, formerMasterKeys = [] }: EpochPrivateKeysParts): EpochPrivateKeys {
  const masterKeys = [masterKey, ...formerMasterKeys];
  if (masterKeys.some(({ length }) => length !== masterKeyBytes)) {
    throw new Error(`A master key has ${masterKeyBytes} bytes: make one with "npm run init".`);
  }
  const opened = new Map<string, KeyObject>();

  async function privateKey(day: string): Promise<KeyObject | undefined> {
    const wrapped = opened.has(day) ? undefined : await keys.wrapped(day);
    if (wrapped === undefined) return opened.get(day);
    const key = masterKeys.map((master) => unwrapKey(wrapped, day, master)).find((found) => found !== undefined);
    if (key !== undefined) opened.set(day, key);
    return key;
  }

  async function publish(now: number): Promise<void> {
    for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
      const day = utcDay(now + ahead * dayMs);
      if ((await keys.wrapped(day)) !== undefined) continue;
      const pair = generateKeyPairSync('x25519');
      const wrapped = wrapKey(pair.privateKey, day, masterKey);
      await keys.publish({ day, publicKey: rawPublicKey(pair.publicKey), wrapped });
    }
    if ((await privateKey(utcDay(now))) === undefined && (await keys.wrapped(utcDay(now))) !== undefined) {
      throw new Error(
        'The master key does not open the keys of this store: set MASTER_KEY_FILE to the one that made them.',
      );
    }
  }

  async function shred(now: number): Promise<number> {
    opened.clear();
    return keys.shredBefore(utcDay(now - dayMs), now);
  }

  return { publish, privateKey, shred };
}
