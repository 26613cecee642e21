import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { type Batch, columnsOf, type MoveSource } from '../transfer.ts';
import { inTransaction } from './in-transaction.ts';
import { keptRows } from './kept-rows.ts';
import { only } from './only.ts';
import { openDatabase } from './open-database.ts';
import { releaseLeases } from './release-leases.ts';
import { takeLocks } from './role-lock.ts';
import { storeFiles } from './store-files.ts';

/** Everything leaves (`all`): intake and courier must be stopped. Only the keys are read (`keys`): they may run. */
export type Leaving = 'all' | 'keys';

/** The embedded store of DATA_DIR as one that is moved away from. Throws one sentence when it is not there, or in use. */
export function moveFromEmbedded(dataDir: string, leaving: Leaving): MoveSource {
  const files = storeFiles(dataDir);
  if (!existsSync(files.database)) throw new Error('Nothing was ever stored here: DATA_DIR has no store yet.');
  const locks = takeLocks(files.folder, leaving === 'all' ? ['move', 'intake', 'courier'] : ['move']);
  try {
    const database = openDatabase(files, 'courier');
    if (leaving === 'all') releaseLeases(database);
    const close = async () => {
      database.close();
      locks.release();
    };
    return { ...sourceOf(database), close };
  } catch (fault) {
    locks.release();
    throw fault;
  }
}

function sourceOf(database: DatabaseSync): Omit<MoveSource, 'close'> {
  const keys = database.prepare(`SELECT ${columnsOf('epoch_key')} FROM epoch_key WHERE shredded_at IS NULL`);
  const inUse = database.prepare('SELECT DISTINCT epoch FROM outbox WHERE sealed IS NOT NULL');
  const [marking, reading] = [markBatch(database), readBatch(database)];
  const mayBeThere = database.prepare(
    `UPDATE outbox SET ambiguous = 1 WHERE state <> 'delivered' AND id IN (SELECT id FROM report WHERE moving = ?)`,
  );
  const removing = ['DELETE FROM report WHERE moving = ?', 'DELETE FROM moving_count WHERE batch = ?'];
  const removals = removing.map((sql) => database.prepare(sql));
  return {
    keys: async () => keptRows(keys),
    daysInUse: async () => new Set(inUse.all().map((row) => String(only(row)))),
    batch: async (id, limit) =>
      inTransaction(database, () => {
        const batch = reading(marking(id, limit));
        // Should this store be started again before the move was, the target may be sending the same.
        if (batch !== undefined) mayBeThere.run(batch.id);
        return batch;
      }),
    remove: async (batch) => inTransaction(database, () => removals.forEach((removal) => void removal.run(batch))),
    finish: async () => {
      database.exec('DELETE FROM epoch_key WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE epoch = epoch_key.day)');
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
}

/** Answers the name of the batch that is under way, else of a new one with the counts of all days. */
function markBatch(database: DatabaseSync) {
  const underWay = database.prepare(
    'SELECT moving FROM report WHERE moving IS NOT NULL UNION ALL SELECT batch FROM moving_count LIMIT 1',
  );
  const marking = database.prepare(
    'UPDATE report SET moving = ? WHERE id IN (SELECT id FROM report WHERE moving IS NULL LIMIT ?)',
  );
  const counting = database.prepare(
    'INSERT INTO moving_count (batch, day, rule, n, delivered) SELECT ?, day, rule, n, delivered FROM day_count',
  );
  return (id: string, limit: number): string => {
    const earlier = only(underWay.get());
    if (earlier !== undefined) return String(earlier);
    marking.run(id, limit);
    counting.run(id);
    database.exec('DELETE FROM day_count');
    return id;
  };
}

function readBatch(database: DatabaseSync) {
  const ofBatch = 'FROM report JOIN outbox USING (id) WHERE moving = ?';
  const reports = database.prepare(`SELECT ${columnsOf('report')} FROM report WHERE moving = ?`);
  const envelopes = database.prepare(`SELECT ${columnsOf('outbox', 'outbox.')} ${ofBatch}`);
  const keys = database.prepare(
    `SELECT ${columnsOf('epoch_key')} FROM epoch_key WHERE day IN (SELECT epoch ${ofBatch})`,
  );
  const counts = database.prepare(`SELECT ${columnsOf('day_count')} FROM moving_count WHERE batch = ?`);
  return (id: string): Batch | undefined => {
    const [report, day_count] = [keptRows(reports, id), keptRows(counts, id)];
    if (report.length + day_count.length === 0) return undefined;
    return { id, rows: { epoch_key: keptRows(keys, id), report, outbox: keptRows(envelopes, id), day_count } };
  };
}
