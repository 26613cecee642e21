import type { ClientBase } from 'pg';
import { differs } from '../move-store.ts';
import type { Row } from '../row-values.ts';
import { type Batch, columnsOf, differentKeys, type KeptRow, keptRow, type MoveTarget } from '../transfer.ts';
import { insertKept } from './insert-kept.ts';
import { insertJobs } from './jobs.ts';
import { mergeEnvelope } from './merge-envelope.ts';
import { moveSession } from './move-session.ts';

/** The PostgreSQL store as one that is moved to, by a login with the courier's rights. Its processes may be at work. */
export async function moveToPostgres(url: string): Promise<MoveTarget> {
  const { client, transaction, close } = await moveSession(url);
  return {
    close,
    keys: async () => (await client.query<Row>(`SELECT ${columnsOf('epoch_key')} FROM epoch_key`)).rows.map(keptRow),
    takeKeys: (keys) =>
      transaction(async () => {
        for (const key of inOrder(keys, 'day')) await insertKept(client, 'epoch_key', key);
      }),
    take: (batch) =>
      transaction(async () => {
        const sql = 'INSERT INTO moved_batch (batch) VALUES ($1) ON CONFLICT DO NOTHING';
        if ((await client.query(sql, [batch.id])).rowCount === 1) await takeBatch(client, batch);
      }),
    forget: async (batch) => void (await client.query('DELETE FROM moved_batch WHERE batch = $1', [batch])),
  };
}

/** In the order in which everybody takes rows here, so that no two wait for each other. */
async function takeBatch(client: ClientBase, { rows }: Batch): Promise<void> {
  const needed = new Set(rows.outbox.filter((row) => row['sealed'] !== null).map((row) => row['epoch']));
  for (const key of inOrder(rows.epoch_key, 'day')) await takeKey(client, key, needed.has(key['day'] ?? null));
  const added = new Set<KeptRow[string] | undefined>();
  for (const report of inOrder(rows.report, 'id')) {
    if (await insertKept(client, 'report', report)) added.add(report['id']);
  }
  for (const envelope of inOrder(rows.outbox, 'id')) {
    if (added.has(envelope['id'])) await insertKept(client, 'outbox', envelope);
    else await mergeEnvelope(client, envelope);
  }
  await client.query(insertJobs(waiting), [rows.report.map((row) => row['id'])]);
  for (const { day, rule, n, delivered } of rows.day_count) await client.query(addUp, [day, rule, n, delivered]);
}

const waiting = `(SELECT id, recipient FROM outbox WHERE id = ANY ($1::text[]) AND state IN ('due', 'leased')) AS waiting`;

const addUp = `INSERT INTO day_count AS counts (day, rule, n, delivered) VALUES ($1, $2, $3, $4)
  ON CONFLICT (day, rule) DO UPDATE SET n = counts.n + excluded.n, delivered = counts.delivered + excluded.delivered`;

const inOrder = (rows: readonly KeptRow[], column: string): readonly KeptRow[] =>
  rows.toSorted((a, b) => (String(a[column]) < String(b[column]) ? -1 : 1));

/**
 * A courier here may have destroyed a key that nothing here needed: what comes with the batch needs it again. The key is
 * held until the batch is in, so that nobody destroys it just now.
 */
async function takeKey(client: ClientBase, key: KeptRow, isNeeded: boolean): Promise<void> {
  const { day } = key;
  if ((await insertKept(client, 'epoch_key', key)) || !isNeeded) return;
  const known = (await client.query<Row>('SELECT public FROM epoch_key WHERE day = $1 FOR UPDATE', [day])).rows.map(
    keptRow,
  );
  if (differs(key, known[0])) throw differentKeys(String(day));
  await client.query(
    'UPDATE epoch_key SET wrapped_private = $1, shredded_at = NULL WHERE day = $2 AND shredded_at IS NOT NULL',
    [key['wrapped_private'], day],
  );
}
