import type { DatabaseSync } from 'node:sqlite';
import type { OutboxStats } from '../outbox.ts';
import { readStats } from '../read-rows.ts';

const counts = `
  SELECT
    (SELECT count(*) FROM outbox WHERE state = 'due') AS due,
    (SELECT count(*) FROM outbox WHERE state = 'leased') AS leased,
    (SELECT count(*) FROM outbox WHERE state = 'dead') AS dead,
    (SELECT coalesce(sum(delivered), 0) FROM day_count WHERE day = :day) AS delivered,
    (SELECT coalesce(min(first_due_at), :now) FROM outbox WHERE state IN ('due', 'leased')) AS oldest`;

/** Counts of the whole store. A second contact whose time has not come is due, but not late. */
export function countEnvelopes(database: DatabaseSync) {
  const counting = database.prepare(counts);
  return (now: number): OutboxStats => {
    const row = counting.get({ now, day: new Date(now).toISOString().slice(0, 10) }) ?? {};
    return readStats(row, now);
  };
}
