import type { DatabaseSync } from 'node:sqlite';
import type { EpochKeyStore, PublicEpochKey } from '../epoch-keys.ts';
import { bytes, integer, text } from '../row-values.ts';
import type { CourierPulse, StoreRole } from '../store.ts';
import { inTransaction } from './in-transaction.ts';

/** The days' keys in the store's file. Intake's connection can only ask for public ones. */
export function embeddedKeys(database: DatabaseSync, role: StoreRole): EpochKeyStore {
  const newest = database.prepare(
    'SELECT day, public FROM epoch_key WHERE shredded_at IS NULL ORDER BY (day = ?) DESC, day DESC LIMIT 1',
  );
  const current: EpochKeyStore['current'] = async (day) => {
    const row = newest.get(day);
    return row && { day: text(row, 'day'), publicKey: bytes(row, 'public') };
  };
  return role === 'courier' ? { current, ...privateSide(database) } : { current: remembered(current), ...intakeNever };
}

/**
 * A day's public key never changes, so it is asked for once and not for every report. Should it be shredded meanwhile,
 * which no courier does on its own day, the store refuses what was sealed to it.
 */
function remembered(current: EpochKeyStore['current']): EpochKeyStore['current'] {
  let last: PublicEpochKey | undefined;
  return async (day) => {
    if (last?.day !== day) last = await current(day);
    return last;
  };
}

function privateSide(database: DatabaseSync): Omit<EpochKeyStore, 'current'> {
  const publishing = database.prepare(
    'INSERT INTO epoch_key (day, public, wrapped_private) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const unshredded = database.prepare('SELECT wrapped_private FROM epoch_key WHERE day = ? AND shredded_at IS NULL');
  const shredding = database.prepare(
    `UPDATE epoch_key SET wrapped_private = NULL, shredded_at = :now WHERE day < :day AND shredded_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM outbox WHERE epoch = epoch_key.day AND sealed IS NOT NULL)`,
  );
  return {
    publish: async ({ day, publicKey, wrapped }) => void publishing.run(day, publicKey, wrapped),
    wrapped: async (day) => {
      const row = unshredded.get(day);
      return row && bytes(row, 'wrapped_private');
    },
    shredBefore: async (day, now) => inTransaction(database, () => Number(shredding.run({ day, now }).changes)),
  };
}

const refuse = async (): Promise<never> => {
  throw new Error('Intake holds no private keys: open the store with role "courier".');
};
const intakeNever = { publish: refuse, wrapped: refuse, shredBefore: refuse };

/** The courier's sign of life in the store's file. */
export function embeddedPulse(database: DatabaseSync): CourierPulse {
  const beating = database.prepare(
    `INSERT INTO courier_pulse (courier, beat_at) VALUES ('embedded', ?) ON CONFLICT DO UPDATE SET beat_at = excluded.beat_at`,
  );
  const latest = database.prepare('SELECT beat_at FROM courier_pulse ORDER BY beat_at DESC LIMIT 1');
  return {
    beat: async (now) => void beating.run(now),
    last: async () => {
      const row = latest.get();
      return row && integer(row, 'beat_at');
    },
  };
}
