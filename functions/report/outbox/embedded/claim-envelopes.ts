import type { DatabaseSync } from 'node:sqlite';
import type { Claim } from '../outbox.ts';
import { readClaims } from '../read-rows.ts';
import { leaseMs } from '../schedule.ts';
import { only } from './only.ts';

/** Looked at first: when nothing waits, the right to write is not even asked for, so polling costs next to nothing. */
const anythingDue = `
  SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'due' AND due_at <= :now)
      OR EXISTS (SELECT 1 FROM outbox WHERE state = 'leased' AND lease_until <= :now) AS due`;

/**
 * Takes rows for one attempt and writes it down before anything is sent: a full disk then stops the sending instead of
 * sending the same again and again. A lapsed lease is an attempt that never ended, so it may have arrived.
 */
const take = `
  UPDATE outbox SET
    state = 'leased', lease_until = :leaseUntil, attempts = attempts + 1, ambiguous = ambiguous OR state = 'leased'
  WHERE rowid IN (
    SELECT * FROM (SELECT rowid FROM outbox WHERE state = 'leased' AND lease_until <= :now ORDER BY lease_until LIMIT :limit)
    UNION ALL
    SELECT * FROM (SELECT rowid FROM outbox WHERE state = 'due' AND due_at <= :now ORDER BY due_at LIMIT :limit)
    LIMIT :limit)
  RETURNING id, recipient, role, rank, epoch, sealed, attempts, ambiguous, accepted_at, due_at`;

/** One step: what is due now, at most `limit`, longest waiting first. */
export function claimEnvelopes(database: DatabaseSync) {
  const [looking, taking] = [database.prepare(anythingDue), database.prepare(take)];
  return (now: number, limit: number): readonly Claim[] => {
    if (limit < 1 || only(looking.get({ now })) !== 1) return [];
    return readClaims(taking.all({ now, limit, leaseUntil: now + leaseMs }));
  };
}
