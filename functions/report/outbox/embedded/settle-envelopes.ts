import type { DatabaseSync } from 'node:sqlite';
import type { Claim } from '../outbox.ts';
import { erasedAt, type KeepBody } from '../retention.ts';
import { endReport } from './end-report.ts';
import { inTransaction } from './in-transaction.ts';
import { only } from './only.ts';

/** The fence: only the attempt that holds the lease may write. A courier whose lease ran out changes nothing. */
const fence = `id = :id AND recipient = :recipient AND state = 'leased' AND attempts = :attempt`;
const fenced = ({ id, recipient, attempt }: Claim) => ({ id, recipient, attempt });

/** Taken by the agency's mail server. Its time is kept only while the body waits to be opened; of the rest, the day's count. */
const deliver = `UPDATE outbox SET state = 'delivered', due_at = NULL, first_due_at = NULL, lease_until = NULL,
  accepted_at = NULL, delivered_at = iif(:erase, NULL, :now), sealed = iif(:erase, NULL, sealed) WHERE ${fence}`;

const accepted = `UPDATE report SET state = iif(state = 'queued', 'accepted', state) WHERE id = ? RETURNING rule`;

const count = `INSERT INTO day_count (day, rule, delivered) VALUES (?, ?, 1)
  ON CONFLICT DO UPDATE SET delivered = delivered + 1`;

/** `true` when the attempt still held its lease. `until` says whether the body goes now. */
export function settleDelivered(database: DatabaseSync, until: KeepBody) {
  const [delivering, erasing] = [database.prepare(deliver), eraseSecondContacts(database)];
  const [accepting, counting, ending] = [database.prepare(accepted), database.prepare(count), endReport(database)];
  return (claim: Claim, now: number): boolean =>
    inTransaction(database, () => {
      const at = erasedAt(until, { deliveredAt: now });
      const erase = at !== undefined && at <= now;
      if (delivering.run({ ...fenced(claim), now, erase: Number(erase) }).changes === 0) return false;
      if (erase) erasing(claim);
      const rule = only(accepting.get(claim.id));
      counting.run(new Date(now).toISOString().slice(0, 10), String(rule));
      if (erase) ending(claim.id, now);
      return true;
    });
}

const eraseLater = `DELETE FROM outbox WHERE id = :id AND role = 'then' AND rank > :rank AND state <> 'delivered'`;

/** Takes away the second contacts that somebody before them has made needless; a copy makes nobody so. */
export function eraseSecondContacts(database: DatabaseSync) {
  const erasing = database.prepare(eraseLater);
  return ({ id, role, rank }: { readonly id: string; readonly role: string; readonly rank: number }): void => {
    if (role !== 'copy') erasing.run({ id, rank });
  };
}

const again = `UPDATE outbox SET state = 'due', due_at = :dueAt, lease_until = NULL, ambiguous = ambiguous OR :ambiguous
  WHERE ${fence}`;

/** Back to waiting until `dueAt`. */
export function settleRetry(database: DatabaseSync) {
  const waiting = database.prepare(again);
  return (claim: Claim, dueAt: number, ambiguous: boolean): boolean =>
    waiting.run({ ...fenced(claim), dueAt, ambiguous: Number(ambiguous) }).changes === 1;
}

const bury = `UPDATE outbox SET state = 'dead', due_at = NULL, first_due_at = NULL, lease_until = NULL WHERE ${fence}`;

/**
 * The next second contact that still waits, due at once: unless another primary of the same report may yet get through,
 * or that contact is being written to just now (then its own end decides).
 */
const hurryNext = `
  UPDATE outbox SET due_at = min(due_at, :now), first_due_at = min(first_due_at, :now)
  WHERE state = 'due' AND rowid = (
    SELECT rowid FROM outbox
    WHERE id = :id AND role = 'then' AND rank > :rank AND state IN ('due', 'leased') ORDER BY rank LIMIT 1)
  AND NOT (:role = 'primary' AND EXISTS (
    SELECT 1 FROM outbox WHERE id = :id AND role = 'primary' AND state <> 'dead'))`;

/** Kept, sealed, until a person acts. */
export function settleDead(database: DatabaseSync) {
  const [burying, hurrying] = [database.prepare(bury), database.prepare(hurryNext)];
  return (claim: Claim, now: number): boolean =>
    inTransaction(database, () => {
      if (burying.run(fenced(claim)).changes === 0) return false;
      const { id, role, rank } = claim;
      if (role !== 'copy') hurrying.run({ id, role, rank, now });
      return true;
    });
}
