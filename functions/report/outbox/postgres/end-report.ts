import type { ClientBase } from 'pg';
import { idKeptUntil } from '../retention.ts';
import { type Row, text } from '../row-values.ts';

/**
 * Takes a report for this transaction alone, and answers its rule. Two couriers that end envelopes of one report at once
 * then each see what the other did. `undefined` when there is no such report.
 */
export async function holdReport(client: ClientBase, id: string): Promise<string | undefined> {
  const { rows } = await client.query<Row>('SELECT rule FROM report WHERE id = $1 FOR UPDATE', [id]);
  return rows[0] && text(rows[0], 'rule');
}

/** A report has ended when no sealed body of it is left: whatever still waits, or is stuck, has its body. */
const end = `
  WITH ended AS (
    UPDATE report SET keep_until = $2
    WHERE id = $1 AND keep_until IS NULL AND NOT EXISTS (SELECT FROM outbox WHERE id = $1 AND sealed IS NOT NULL)
    RETURNING id)
  UPDATE outbox SET delivered_at = NULL, opened_at = NULL
  WHERE id IN (SELECT id FROM ended) AND (delivered_at IS NOT NULL OR opened_at IS NOT NULL)`;

/** Ends a report that has nothing more to wait for, once: its id stays a while, its times go. The caller holds it. */
export async function endReport(client: ClientBase, id: string, now: number): Promise<void> {
  await client.query(end, [id, idKeptUntil(now)]);
}
