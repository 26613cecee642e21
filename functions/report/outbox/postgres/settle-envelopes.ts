import type { ClientBase, Pool } from 'pg';
import type { Claim } from '../outbox.ts';
import { erasedAt, type KeepBody } from '../retention.ts';
import { inTransaction } from './connect.ts';
import { endReport, holdReport } from './end-report.ts';
import { deleteJobs } from './jobs.ts';

/** The fence: only the attempt that holds the lease may write. A courier whose lease ran out changes nothing. */
const fence = `id = $1 AND recipient = $2 AND state = 'leased' AND attempts = $3`;
const fenced = ({ id, recipient, attempt }: Claim) => [id, recipient, attempt];

/** Taken by the agency's mail server. Its time is kept only while the body waits to be opened; of the rest, the day's count. */
const deliver = `
  WITH ended AS (
    UPDATE outbox SET state = 'delivered', due_at = NULL, first_due_at = NULL, lease_until = NULL, accepted_at = NULL,
      delivered_at = CASE WHEN $5 THEN NULL ELSE $4::bigint END, sealed = CASE WHEN $5 THEN NULL ELSE sealed END
    WHERE ${fence} RETURNING id, recipient),
  jobs AS (${deleteJobs('ended')})
  SELECT FROM ended`;

const accepted = `UPDATE report SET state = 'accepted' WHERE id = $1 AND state = 'queued'`;

/** The last thing before the commit: every report of that rule and day waits for this row. */
const count = `INSERT INTO day_count AS counts (day, rule, delivered) VALUES ($1, $2, 1)
  ON CONFLICT (day, rule) DO UPDATE SET delivered = counts.delivered + 1`;

/** `true` when the attempt still held its lease. `until` says whether the body goes now. */
export function settleDelivered(pool: Pool, until: KeepBody) {
  return (claim: Claim, now: number): Promise<boolean> =>
    inTransaction(pool, async (client) => {
      const rule = await holdReport(client, claim.id);
      const at = erasedAt(until, { deliveredAt: now });
      const erase = at !== undefined && at <= now;
      if ((await client.query(deliver, [...fenced(claim), now, erase])).rowCount !== 1) return false;
      if (erase) await eraseSecondContacts(client, claim);
      await client.query(accepted, [claim.id]);
      if (erase) await endReport(client, claim.id, now);
      await client.query(count, [new Date(now).toISOString().slice(0, 10), rule]);
      return true;
    });
}

const eraseLater = `
  WITH needless AS (
    DELETE FROM outbox WHERE id = $1 AND role = 'then' AND rank > $2 AND state <> 'delivered' RETURNING id, recipient)
  ${deleteJobs('needless')}`;

/** Takes away the second contacts that somebody before them has made needless; a copy makes nobody so. */
export async function eraseSecondContacts(
  client: ClientBase,
  { id, role, rank }: { readonly id: string; readonly role: string; readonly rank: number },
): Promise<void> {
  if (role !== 'copy') await client.query(eraseLater, [id, rank]);
}

const again = `UPDATE outbox SET state = 'due', due_at = $4, lease_until = NULL,
  ambiguous = CASE WHEN $5 THEN 1 ELSE ambiguous END WHERE ${fence}`;

/** Back to waiting until `dueAt`. */
export function settleRetry(pool: Pool) {
  return async (claim: Claim, dueAt: number, ambiguous: boolean): Promise<boolean> =>
    (await pool.query(again, [...fenced(claim), dueAt, ambiguous])).rowCount === 1;
}

const bury = `
  WITH ended AS (
    UPDATE outbox SET state = 'dead', due_at = NULL, first_due_at = NULL, lease_until = NULL
    WHERE ${fence} RETURNING id, recipient),
  jobs AS (${deleteJobs('ended')})
  SELECT FROM ended`;

/**
 * The next second contact that still waits, due at once: unless another primary of the same report may yet get through,
 * or that contact is being written to just now (then its own end decides).
 */
const hurryNext = `
  UPDATE outbox SET due_at = least(due_at, $4), first_due_at = least(first_due_at, $4)
  WHERE id = $1 AND state = 'due' AND recipient = (
    SELECT recipient FROM outbox
    WHERE id = $1 AND role = 'then' AND rank > $3 AND state IN ('due', 'leased') ORDER BY rank LIMIT 1)
  AND NOT ($2 = 'primary' AND EXISTS (
    SELECT FROM outbox WHERE id = $1 AND role = 'primary' AND state <> 'dead'))`;

/** Kept, sealed, until a person acts. */
export function settleDead(pool: Pool) {
  return (claim: Claim, now: number): Promise<boolean> =>
    inTransaction(pool, async (client) => {
      const { id, role, rank } = claim;
      await holdReport(client, id);
      if ((await client.query(bury, fenced(claim))).rowCount !== 1) return false;
      if (role !== 'copy') await client.query(hurryNext, [id, role, rank, now]);
      return true;
    });
}
