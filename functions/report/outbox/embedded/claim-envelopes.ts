import type { DatabaseSync } from 'node:sqlite';
import type { Claim, Envelope } from '../outbox.ts';
import { leaseMs } from '../schedule.ts';
import { bytes, integer, only, type Row, text } from './row-values.ts';

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
    const rows: Row[] = taking.all({ now, limit, leaseUntil: now + leaseMs });
    return rows.sort((a, b) => integer(a, 'due_at') - integer(b, 'due_at')).map(claim);
  };
}

const claim = (row: Row): Claim => ({
  id: text(row, 'id'),
  recipient: text(row, 'recipient'),
  role: roleOf(text(row, 'role')),
  rank: integer(row, 'rank'),
  epoch: text(row, 'epoch'),
  sealed: bytes(row, 'sealed'),
  attempt: integer(row, 'attempts'),
  ambiguous: integer(row, 'ambiguous') === 1,
  acceptedAt: integer(row, 'accepted_at'),
});

const roles: readonly Envelope['role'][] = ['primary', 'copy', 'then'];

function roleOf(value: string): Envelope['role'] {
  const role = roles.find((known) => known === value);
  if (role === undefined) throw new Error(`The store has an envelope with role "${value}": restore a backup.`);
  return role;
}
