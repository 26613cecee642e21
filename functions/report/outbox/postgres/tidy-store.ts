import type { Pool } from 'pg';
import { type KeepBody, unopenedSince } from '../retention.ts';
import { eraseUnopened } from './open-envelopes.ts';
import { restoreJobs } from './restore-jobs.ts';

/** In small steps, each a transaction of its own; what another courier is forgetting just now is left to it. */
const forget = `DELETE FROM report WHERE id IN (
  SELECT id FROM report WHERE keep_until <= $1 ORDER BY keep_until LIMIT 500 FOR UPDATE SKIP LOCKED)`;

const forgetPulses = 'DELETE FROM courier_pulse WHERE beat_at < $1';
const day = 86_400_000;

/**
 * Erases bodies that nobody opened in time, forgets ids whose time is over and couriers long gone, and puts back jobs
 * that went missing. Always `true`: what was erased is overwritten when the database sweeps, and nobody here can hasten
 * that, so what makes it unreadable in files, logs and backups is the shredding of its day's key.
 */
export function tidyStore(pool: Pool, until: KeepBody) {
  const restore = restoreJobs(pool);
  return async (now: number): Promise<boolean> => {
    await eraseUnopened(pool, unopenedSince(until, now), now);
    while (((await pool.query(forget, [now])).rowCount ?? 0) > 0);
    await pool.query(forgetPulses, [now - day]);
    await restore();
    return true;
  };
}
