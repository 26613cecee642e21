import type { Pool } from 'pg';
import { type Row, text } from '../row-values.ts';
import { hasJob, insertJobs } from './jobs.ts';

/** Envelopes looked at in one step, so that a backlog of a million slows nothing. */
const step = 1000;

const part = `SELECT id, recipient FROM outbox WHERE (id, recipient) > ($1, $2) ORDER BY id, recipient LIMIT ${step}`;

/** The envelopes stay as they are until the jobs are in, so none of them ends meanwhile and leaves its job behind. */
const restore = `
  WITH jobless AS MATERIALIZED (
    SELECT id, recipient FROM outbox o
    WHERE (id, recipient) > ($1, $2) AND (id, recipient) <= ($3, $4) AND state IN ('due', 'leased') AND NOT ${hasJob}
    FOR UPDATE SKIP LOCKED)
  ${insertJobs('jobless')}`;

/** Each call looks at the next part of the store and puts back the job of each waiting envelope that has none. */
export function restoreJobs(pool: Pool) {
  let after = ['', ''];
  return async (): Promise<void> => {
    const { rows } = await pool.query<Row>(part, after);
    const last = rows.at(-1);
    const upTo = last && [text(last, 'id'), text(last, 'recipient')];
    if (upTo !== undefined) await pool.query(restore, [...after, ...upTo]);
    after = upTo === undefined || rows.length < step ? ['', ''] : upTo;
  };
}
