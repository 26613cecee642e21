import type { ClientBase } from 'pg';
import type { Row } from '../row-values.ts';
import { type Batch, columnsOf, type KeptRow, keptRow, type MoveSource } from '../transfer.ts';
import { deleteJobs } from './jobs.ts';
import { type MoveSession, moveSession } from './move-session.ts';

export interface MoveFromPostgres {
  /** Of a login with the courier's rights. */
  readonly url: string;
  /** Everything leaves (`all`): intake and courier must be stopped. Only the keys are read (`keys`): they may run. */
  readonly leaving: 'all' | 'keys';
  readonly now: number;
}

/** A courier that said so within this time is at work, ms. */
const recently = 60_000;

/** Held by the one that moves everything away. */
const lock = 4_716_212_038;

/** The PostgreSQL store as one that is moved away from. Rejects with one sentence when it is not there, or in use. */
export async function moveFromPostgres({ url, leaving, now }: MoveFromPostgres): Promise<MoveSource> {
  const session = await moveSession(url);
  try {
    const beat = leaving === 'all' ? await holdAlone(session.client, now) : 0;
    return { ...sourceOf(session, beat), close: session.close };
  } catch (fault) {
    await session.close();
    throw fault;
  }
}

const latestBeat = 'SELECT coalesce(max(beat_at), 0) AS beat_at FROM courier_pulse';

/** Answers the last sign of life of any courier. */
async function holdAlone(client: ClientBase, now: number): Promise<number> {
  const { rows } = await client.query<Row>('SELECT pg_try_advisory_lock($1) AS held', [lock]);
  if (rows[0]?.['held'] !== true) throw new Error('Another move already works on this database: wait until it ends.');
  const beat = Number((await client.query<Row>(latestBeat)).rows[0]?.['beat_at']);
  if (now - beat < recently) {
    throw new Error('A courier works on this database: stop every intake and courier of it, wait a minute, then move.');
  }
  return beat;
}

const inBatch = 'id IN (SELECT id FROM report WHERE moving = $1)';

function sourceOf({ client, transaction }: MoveSession, beat: number): Omit<MoveSource, 'close'> {
  const rowsOf = async (sql: string, ...values: readonly unknown[]): Promise<readonly KeptRow[]> =>
    (await client.query<Row>(sql, [...values])).rows.map(keptRow);
  return {
    keys: () => rowsOf(`SELECT ${columnsOf('epoch_key')} FROM epoch_key WHERE shredded_at IS NULL`),
    daysInUse: async () =>
      new Set(
        (await rowsOf('SELECT DISTINCT epoch FROM outbox WHERE sealed IS NOT NULL')).map((row) => String(row['epoch'])),
      ),
    batch: (id, limit) =>
      transaction(async () => {
        if (Number((await rowsOf(latestBeat))[0]?.['beat_at']) > beat) {
          throw new Error('A courier was started on this database: stop it, wait a minute, then move again.');
        }
        const marked = await markBatch(client, id, limit);
        await client.query(
          `UPDATE outbox SET state = 'due', lease_until = NULL, ambiguous = 1 WHERE state = 'leased' AND ${inBatch}`,
          [marked],
        );
        const batch = await readBatch(rowsOf, marked);
        // Should this store be started again before the move was, the target may be sending the same.
        await client.query(`UPDATE outbox SET ambiguous = 1 WHERE state <> 'delivered' AND ${inBatch}`, [marked]);
        return batch;
      }),
    remove: (batch) =>
      transaction(async () => {
        await client.query(deleteJobs(`(SELECT id, recipient FROM outbox WHERE ${inBatch}) AS going`), [batch]);
        await client.query('DELETE FROM report WHERE moving = $1', [batch]);
        await client.query('DELETE FROM moving_count WHERE batch = $1', [batch]);
      }),
    finish: async () => {
      await client.query('DELETE FROM epoch_key WHERE NOT EXISTS (SELECT FROM outbox WHERE epoch = epoch_key.day)');
    },
  };
}

/** Answers the name of the batch that is under way, else of a new one with the counts of all days. */
async function markBatch(client: ClientBase, id: string, limit: number): Promise<string> {
  const { rows } = await client.query<Row>(
    `(SELECT moving FROM report WHERE moving IS NOT NULL LIMIT 1) UNION ALL (SELECT batch FROM moving_count LIMIT 1)`,
  );
  const earlier = rows[0]?.['moving'];
  if (earlier !== undefined) return String(earlier);
  await client.query(
    'UPDATE report SET moving = $1 WHERE id IN (SELECT id FROM report WHERE moving IS NULL LIMIT $2 FOR UPDATE)',
    [id, limit],
  );
  await client.query(
    `WITH gone AS (DELETE FROM day_count RETURNING day, rule, n, delivered)
     INSERT INTO moving_count (batch, day, rule, n, delivered) SELECT $1, day, rule, n, delivered FROM gone`,
    [id],
  );
  return id;
}

type RowsOf = (sql: string, ...values: readonly unknown[]) => Promise<readonly KeptRow[]>;

async function readBatch(rowsOf: RowsOf, id: string): Promise<Batch | undefined> {
  const report = await rowsOf(`SELECT ${columnsOf('report')} FROM report WHERE moving = $1`, id);
  const day_count = await rowsOf(`SELECT ${columnsOf('day_count')} FROM moving_count WHERE batch = $1`, id);
  if (report.length + day_count.length === 0) return undefined;
  const outbox = await rowsOf(`SELECT ${columnsOf('outbox')} FROM outbox WHERE ${inBatch}`, id);
  const epoch_key = await rowsOf(
    `SELECT ${columnsOf('epoch_key')} FROM epoch_key WHERE day IN (SELECT epoch FROM outbox WHERE ${inBatch})`,
    id,
  );
  return { id, rows: { epoch_key, report, outbox, day_count } };
}
