import type { Pool } from 'pg';
import type { DeadLetters } from '../dead-letters.ts';
import { readDeadLetter } from '../read-rows.ts';
import type { Row } from '../row-values.ts';
import { inTransaction } from './connect.ts';
import { endReport, holdReport } from './end-report.ts';
import { insertJobs } from './jobs.ts';

const dead = `SELECT o.id, o.recipient, o.role, r.day FROM outbox o JOIN report r USING (id)
  WHERE o.state = 'dead' ORDER BY r.day, o.id, o.recipient`;

/** Who is on the way to another store is that store's: it is left alone here. */
const stillDead = `id = $1 AND recipient = $2 AND state = 'dead'
  AND NOT EXISTS (SELECT FROM report WHERE id = $1 AND moving IS NOT NULL)`;

/** It waits again, so it has its job again. */
const revive = `
  WITH revived AS (
    UPDATE outbox SET state = 'due', due_at = $3, first_due_at = $3 WHERE sealed IS NOT NULL AND ${stillDead}
    RETURNING id, recipient),
  jobs AS (${insertJobs('revived')})
  SELECT FROM revived`;

const erase = `DELETE FROM outbox WHERE ${stillDead}`;

/** A report that nobody got and nobody will: whoever asks for it is told so. */
const close = `UPDATE report SET state = 'closed'
  WHERE id = $1 AND state = 'queued' AND NOT EXISTS (SELECT FROM outbox WHERE id = $1)`;

/** The dead letters of the database; its login has the courier's group role. */
export function postgresDeadLetters(pool: Pool): DeadLetters {
  return {
    list: async () => (await pool.query<Row>(dead)).rows.map(readDeadLetter),
    again: async ({ id, recipient }, now) => (await pool.query(revive, [id, recipient, now])).rowCount === 1,
    giveUp: ({ id, recipient }, now) =>
      inTransaction(pool, async (client) => {
        await holdReport(client, id);
        if ((await client.query(erase, [id, recipient])).rowCount !== 1) return false;
        await client.query(close, [id]);
        await endReport(client, id, now);
        return true;
      }),
  };
}
