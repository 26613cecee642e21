import type { Pool } from 'pg';
import type { EpochKeyStore, PublicEpochKey } from '../epoch-keys.ts';
import { bytes, integer, type Row, text } from '../row-values.ts';
import type { CourierPulse, StoreRole } from '../store.ts';
import { inTransaction } from './connect.ts';

const newest = 'SELECT day, public FROM epoch_key WHERE shredded_at IS NULL ORDER BY (day = $1) DESC, day DESC LIMIT 1';

/** The days' keys in the database. Intake's login has no right to read private ones, and does not ask. */
export function postgresKeys(pool: Pool, role: StoreRole): EpochKeyStore {
  const current: EpochKeyStore['current'] = async (day) => {
    const row = (await pool.query<Row>(newest, [day])).rows[0];
    return row && { day: text(row, 'day'), publicKey: bytes(row, 'public') };
  };
  return role === 'courier' ? { current, ...privateSide(pool) } : { current: remembered(current), ...intakeNever };
}

/** A day's public key never changes, so it is asked for once. Were it shredded meanwhile, what is sealed to it is refused. */
function remembered(current: EpochKeyStore['current']): EpochKeyStore['current'] {
  let last: PublicEpochKey | undefined;
  return async (day) => {
    if (last?.day !== day) last = await current(day);
    return last;
  };
}

const publish = `INSERT INTO epoch_key (day, public, wrapped_private) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

const unshredded = 'SELECT wrapped_private FROM epoch_key WHERE day = $1 AND shredded_at IS NULL';

/** First held, then looked at: a report that is being sealed to one of them is waited for, and seen by the next step. */
const hold = 'SELECT day FROM epoch_key WHERE day < $1 AND shredded_at IS NULL ORDER BY day FOR UPDATE';

const shred = `UPDATE epoch_key SET wrapped_private = NULL, shredded_at = $2 WHERE day = ANY ($1)
  AND NOT EXISTS (SELECT FROM outbox WHERE epoch = epoch_key.day AND sealed IS NOT NULL)`;

function privateSide(pool: Pool): Omit<EpochKeyStore, 'current'> {
  return {
    publish: async ({ day, publicKey, wrapped }) => void (await pool.query(publish, [day, publicKey, wrapped])),
    wrapped: async (day) => {
      const row = (await pool.query<Row>(unshredded, [day])).rows[0];
      return row && bytes(row, 'wrapped_private');
    },
    shredBefore: (day, now) =>
      inTransaction(pool, async (client) => {
        const { rows } = await client.query<Row>(hold, [day]);
        const days = rows.map((row) => text(row, 'day'));
        return (await client.query(shred, [days, now])).rowCount ?? 0;
      }),
  };
}

const refuse = async (): Promise<never> => {
  throw new Error('Intake holds no private keys: open the store with role "courier".');
};
const intakeNever = { publish: refuse, wrapped: refuse, shredBefore: refuse };

const beat = `INSERT INTO courier_pulse (courier, beat_at) VALUES ($1, $2)
  ON CONFLICT (courier) DO UPDATE SET beat_at = excluded.beat_at`;

const latest = 'SELECT max(beat_at) AS beat_at FROM courier_pulse';

/** A row for each courier; the youngest sign of life counts. */
export function postgresPulse(pool: Pool, courier: string): CourierPulse {
  return {
    beat: async (now) => void (await pool.query(beat, [courier, now])),
    last: async () => {
      const row = (await pool.query<Row>(latest)).rows[0];
      return row && row['beat_at'] !== null ? integer(row, 'beat_at') : undefined;
    },
  };
}
