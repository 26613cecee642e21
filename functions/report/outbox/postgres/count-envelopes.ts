import type { Pool } from 'pg';
import type { OutboxStats } from '../outbox.ts';
import { readStats } from '../read-rows.ts';
import type { Row } from '../row-values.ts';
import type { StoreRole } from '../store.ts';

/** Intake asks for its health, often, and never for how many: there counting ends here. */
const enough: Readonly<Record<StoreRole, number | null>> = { intake: 1000, courier: null };

const counts = `
  SELECT
    (SELECT count(*) FROM (SELECT FROM outbox WHERE state = 'due' LIMIT $3) AS few) AS due,
    (SELECT count(*) FROM (SELECT FROM outbox WHERE state = 'leased' LIMIT $3) AS few) AS leased,
    (SELECT count(*) FROM (SELECT FROM outbox WHERE state = 'dead' LIMIT $3) AS few) AS dead,
    (SELECT coalesce(sum(delivered), 0)::bigint FROM day_count WHERE day = $2) AS delivered,
    (SELECT coalesce(min(first_due_at), $1) FROM outbox WHERE state IN ('due', 'leased')) AS oldest`;

/** Counts of the whole store. A second contact whose time has not come is due, but not late. */
export function countEnvelopes(pool: Pool, role: StoreRole) {
  return async (now: number): Promise<OutboxStats> => {
    const { rows } = await pool.query<Row>(counts, [now, new Date(now).toISOString().slice(0, 10), enough[role]]);
    return readStats(rows[0] ?? {}, now);
  };
}
