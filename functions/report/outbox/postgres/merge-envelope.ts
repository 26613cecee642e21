import type { ClientBase } from 'pg';
import type { KeptRow } from '../transfer.ts';
import { insertKept } from './insert-kept.ts';

/** A second contact that somebody before it has made needless here, so that it was erased. */
const needless = `SELECT 1 FROM outbox WHERE id = $1 AND $2 = 'then' AND role <> 'copy' AND rank < $3
  AND state = 'delivered' AND sealed IS NULL LIMIT 1`;

const mayHaveArrived = `UPDATE outbox SET ambiguous = 1 WHERE id = $1 AND recipient = $2 AND state <> 'delivered'`;

const goesOn = `UPDATE report SET keep_until = NULL WHERE id = $1`;

/** An envelope of a report that stands here already: taken where it lacks, and what stands here stays as it is. */
export async function mergeEnvelope(client: ClientBase, row: KeptRow): Promise<void> {
  const { id, recipient, role, rank, sealed } = row;
  if ((await client.query(needless, [id, role, rank])).rowCount === 1) return;
  if (await insertKept(client, 'outbox', row)) {
    if (sealed !== null) await client.query(goesOn, [id]);
  } else if (Number(row['attempts']) > 0) await client.query(mayHaveArrived, [id, recipient]);
}
