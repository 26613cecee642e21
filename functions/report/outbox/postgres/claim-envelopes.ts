import type { Pool } from 'pg';
import type { Claim } from '../outbox.ts';
import { readClaims } from '../read-rows.ts';
import type { Row } from '../row-values.ts';

/**
 * Takes rows for one attempt and writes it down before anything is sent. A lapsed lease is an attempt that never ended,
 * so it may have arrived. Rows that another courier is taking just now are left to it.
 */
const take = `
  WITH lapsed AS MATERIALIZED (
    SELECT id, recipient FROM outbox WHERE state = 'leased' AND lease_until <= $1
    ORDER BY lease_until LIMIT $3 FOR UPDATE SKIP LOCKED),
  waiting AS MATERIALIZED (
    SELECT id, recipient FROM outbox WHERE state = 'due' AND due_at <= $1
    ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED),
  taken AS MATERIALIZED (SELECT * FROM lapsed UNION ALL SELECT * FROM waiting LIMIT $3)
  UPDATE outbox SET state = 'leased', lease_until = $2, attempts = attempts + 1,
    ambiguous = CASE WHEN state = 'leased' THEN 1 ELSE ambiguous END
  FROM taken WHERE outbox.id = taken.id AND outbox.recipient = taken.recipient
  RETURNING outbox.id, outbox.recipient, role, rank, epoch, sealed, attempts, ambiguous, accepted_at, due_at`;

/** Looked at first: when nothing waits, nothing is written, so polling costs next to nothing. */
const anythingDue = `
  SELECT EXISTS (SELECT FROM outbox WHERE state = 'due' AND due_at <= $1)
      OR EXISTS (SELECT FROM outbox WHERE state = 'leased' AND lease_until <= $1) AS due`;

/** One step: what is due now, at most `limit`, longest waiting first. Rejects while the database is away. */
export function claimEnvelopes(pool: Pool, leaseMs: number) {
  return async (now: number, limit: number): Promise<readonly Claim[]> => {
    if (limit < 1) return [];
    const { rows: looked } = await pool.query<Row>(anythingDue, [now]);
    if (looked[0]?.['due'] !== true) return [];
    const { rows } = await pool.query<Row>(take, [now, now + leaseMs, limit]);
    return readClaims(rows);
  };
}
