import type { DeadLetter } from './dead-letters.ts';
import type { Claim, Envelope, OutboxStats } from './outbox.ts';
import { bytes, integer, type Row, text } from './row-values.ts';

/** One row that was taken for an attempt. Throws when the store was changed by hand. */
export const readClaim = (row: Row): Claim => ({
  id: text(row, 'id'),
  recipient: text(row, 'recipient'),
  role: readRole(row),
  rank: integer(row, 'rank'),
  epoch: text(row, 'epoch'),
  sealed: bytes(row, 'sealed'),
  attempt: integer(row, 'attempts'),
  ambiguous: integer(row, 'ambiguous') === 1,
  acceptedAt: integer(row, 'accepted_at'),
});

/** What was taken in one statement, longest waiting first: neither engine promises an order of what it returns. */
export const readClaims = (rows: readonly Row[]): readonly Claim[] =>
  rows.toSorted((a, b) => integer(a, 'due_at') - integer(b, 'due_at')).map(readClaim);

export const readDeadLetter = (row: Row): DeadLetter => ({
  id: text(row, 'id'),
  recipient: text(row, 'recipient'),
  role: readRole(row),
  day: text(row, 'day'),
});

export const readStats = (row: Row, now: number): OutboxStats => ({
  due: integer(row, 'due'),
  leased: integer(row, 'leased'),
  dead: integer(row, 'dead'),
  deliveredToday: integer(row, 'delivered'),
  oldestDueMs: Math.max(0, now - integer(row, 'oldest')),
});

const roles: readonly Envelope['role'][] = ['primary', 'copy', 'then'];

function readRole(row: Row): Envelope['role'] {
  const value = text(row, 'role');
  const role = roles.find((known) => known === value);
  if (role === undefined) throw new Error(`The store has an envelope with role "${value}": restore a backup.`);
  return role;
}
