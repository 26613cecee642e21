import type { DatabaseSync } from 'node:sqlite';
import { differs } from '../move-store.ts';
import { type Batch, columnsOf, differentKeys, type KeptRow, type MoveTarget } from '../transfer.ts';
import { inTransaction } from './in-transaction.ts';
import { insertKept, keptRows } from './kept-rows.ts';
import { mergeEnvelope } from './merge-envelope.ts';
import { openDatabase } from './open-database.ts';
import { takeLocks } from './role-lock.ts';
import { prepareFolder, storeFiles } from './store-files.ts';

/** The embedded store of DATA_DIR as one that is moved to; made where there is none. Its processes may be at work. */
export function moveToEmbedded(dataDir: string): MoveTarget {
  const files = storeFiles(dataDir);
  prepareFolder(files);
  const lock = takeLocks(files.folder, ['move']);
  try {
    const database = openDatabase(files, 'courier');
    const close = async () => {
      database.close();
      lock.release();
    };
    return { ...targetOf(database), close };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

function targetOf(database: DatabaseSync): Omit<MoveTarget, 'close'> {
  const keys = database.prepare(`SELECT ${columnsOf('epoch_key')} FROM epoch_key`);
  const [insertKey, taking] = [insertKept(database, 'epoch_key'), takeBatch(database)];
  const remember = database.prepare('INSERT INTO moved_batch (batch) VALUES (?) ON CONFLICT DO NOTHING');
  const forget = database.prepare('DELETE FROM moved_batch WHERE batch = ?');
  return {
    keys: async () => keptRows(keys),
    takeKeys: async (rows) => inTransaction(database, () => rows.forEach((row) => void insertKey(row))),
    take: async (batch) =>
      inTransaction(database, () => {
        if (remember.run(batch.id).changes === 1) taking(batch);
      }),
    forget: async (batch) => void forget.run(batch),
  };
}

/** Inside the caller's transaction. */
function takeBatch(database: DatabaseSync) {
  const [takeKey, takeReport] = [takeNeededKey(database), insertKept(database, 'report')];
  const [takeEnvelope, merge] = [insertKept(database, 'outbox'), mergeEnvelope(database)];
  const addUp = database.prepare(
    `INSERT INTO day_count (day, rule, n, delivered) VALUES (:day, :rule, :n, :delivered)
     ON CONFLICT DO UPDATE SET n = n + excluded.n, delivered = delivered + excluded.delivered`,
  );
  return ({ rows }: Batch): void => {
    const needed = new Set(rows.outbox.filter((row) => row['sealed'] !== null).map((row) => row['epoch']));
    for (const key of rows.epoch_key) takeKey(key, needed.has(key['day'] ?? null));
    const added = new Set(rows.report.filter(takeReport).map((row) => row['id']));
    for (const envelope of rows.outbox) {
      if (added.has(envelope['id'])) takeEnvelope(envelope);
      else merge(envelope);
    }
    for (const count of rows.day_count) addUp.run(count);
  };
}

/** The courier here may have destroyed a key that nothing here needed: what comes with the batch needs it again. */
function takeNeededKey(database: DatabaseSync) {
  const [insert, find] = [
    insertKept(database, 'epoch_key'),
    database.prepare('SELECT public FROM epoch_key WHERE day = ?'),
  ];
  const mend = database.prepare(
    'UPDATE epoch_key SET wrapped_private = ?, shredded_at = NULL WHERE day = ? AND shredded_at IS NOT NULL',
  );
  return (key: KeptRow, isNeeded: boolean): void => {
    const day = String(key['day']);
    if (insert(key) || !isNeeded) return;
    const [known] = keptRows(find, day);
    if (differs(key, known)) throw differentKeys(day);
    mend.run(key['wrapped_private'] ?? null, day);
  };
}
