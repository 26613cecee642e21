import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { copyDatabase, faultOfCopy } from './copy-database.ts';
import { migrate } from './migrations.ts';
import { takeLocks } from './role-lock.ts';
import { markInUse, prepareFolder, type StoreFiles, storeFiles } from './store-files.ts';

export interface Restore {
  /** DATA_DIR, in which no store stands and nobody works. */
  readonly dataDir: string;
  /** What `backUpStore` made; a full path. It stays as it is. */
  readonly from: string;
}

/**
 * Makes the store anew from a backup. Whatever had not been delivered then may have been since, so each such envelope is
 * marked as a possible duplicate. Answers how many. Throws one sentence, and changes nothing, when a store is there, when
 * intake or courier run, or when the file is not a whole backup.
 */
export function restoreStore({ dataDir, from }: Restore): number {
  const files = storeFiles(dataDir);
  if (!existsSync(from)) throw new Error(`There is no file ${from}: name a file that \`npm run backup\` made.`);
  prepareFolder(files);
  const locks = takeLocks(files.folder, ['intake', 'courier', 'start']);
  try {
    refuseStore(files);
    const why = faultOfCopy(from);
    if (why !== undefined) throw new Error(`${from} cannot be restored (${why}): use another backup.`);
    return putInPlace(files, from);
  } finally {
    locks.release();
  }
}

function refuseStore({ folder, database, marker }: StoreFiles): void {
  if (![database, `${database}-wal`, marker].some((file) => existsSync(file))) return;
  throw new Error(`${folder} has a store already: move that folder away, then restore.`);
}

/** The store has its name only once it is whole, so that a start never finds half of one. */
function putInPlace(files: StoreFiles, from: string): number {
  const unfinished = `${files.database}.part`;
  try {
    copyDatabase(from, unfinished);
    const marked = prepareCopy(unfinished);
    renameSync(unfinished, files.database);
    markInUse(files);
    return marked;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true });
  }
}

const mayHaveArrived = `UPDATE outbox SET ambiguous = 1, lease_until = NULL, state = iif(state = 'leased', 'due', state)
  WHERE state <> 'delivered'`;

function prepareCopy(file: string): number {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    migrate(database);
    return Number(database.prepare(mayHaveArrived).run().changes);
  } finally {
    database.close();
  }
}
