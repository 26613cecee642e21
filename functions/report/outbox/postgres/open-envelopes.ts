import type { Pool } from 'pg';
import { integer, type Row, text } from '../row-values.ts';
import { inTransaction } from './connect.ts';
import { endReport, holdReport } from './end-report.ts';
import { eraseSecondContacts } from './settle-envelopes.ts';

const find = `SELECT role, rank FROM outbox WHERE id = $1 AND recipient = $2 AND state = 'delivered'`;

const open = `UPDATE outbox SET opened_at = $3, sealed = NULL, delivered_at = NULL
  WHERE id = $1 AND recipient = $2 AND sealed IS NOT NULL`;

const say = `UPDATE report SET state = 'opened' WHERE id = $1 AND state IN ('queued', 'accepted')`;

/** A person at the agency opened it: the body goes, and the second contacts behind it. `false`: it has nothing of that id. */
export function openEnvelope(pool: Pool) {
  return (id: string, recipient: string, now: number): Promise<boolean> =>
    inTransaction(pool, async (client) => {
      await holdReport(client, id);
      const row = (await client.query<Row>(find, [id, recipient])).rows[0];
      if (row === undefined) return false;
      await client.query(say, [id]);
      await client.query(open, [id, recipient, now]);
      await eraseSecondContacts(client, { id, role: text(row, 'role'), rank: integer(row, 'rank') });
      await endReport(client, id, now);
      return true;
    });
}

const over = `SELECT DISTINCT id FROM (SELECT id FROM outbox
  WHERE state = 'delivered' AND sealed IS NOT NULL AND delivered_at <= $1 ORDER BY delivered_at LIMIT 500) AS oldest`;

const erase = `UPDATE outbox SET sealed = NULL, delivered_at = NULL
  WHERE id = $1 AND state = 'delivered' AND sealed IS NOT NULL AND delivered_at <= $2`;

/** Erases the bodies of envelopes that were delivered by `since` and that nobody opened; second contacts go on waiting. */
export async function eraseUnopened(pool: Pool, since: number, now: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<Row>(over, [since]);
    if (rows.length === 0) return;
    for (const row of rows) {
      await inTransaction(pool, async (client) => {
        const id = text(row, 'id');
        await holdReport(client, id);
        await client.query(erase, [id, since]);
        await endReport(client, id, now);
      });
    }
  }
}
