import { constants, DatabaseSync } from 'node:sqlite';
import type { StoreRole } from '../store.ts';
import { inspectStore } from './inspect-store.ts';
import { migrate } from './migrations.ts';
import { only } from './only.ts';
import { takeLock } from './role-lock.ts';
import { markInUse, prepareFile, type StoreFiles } from './store-files.ts';

/** Two processes on one write-ahead log need the mend of 3.51.3 (sqlite.org, changes in 3.53.0 and 3.51.3). */
const oldestSqlite = [3, 51, 3] as const;

/** How long a start waits for the other process's start, ms. */
const startWaitMs = 30_000;

/**
 * Opens the store's file for one process, makes it where there is none, and brings it up to date. Throws one sentence
 * with a next step when the file is damaged, the disk cannot keep the promise, or SQLite is too old. The folder exists.
 */
export function openDatabase(files: StoreFiles, role: StoreRole): DatabaseSync {
  const starting = takeLock(files.folder, 'start', startWaitMs);
  try {
    inspectStore(files, role === 'courier');
    prepareFile(files);
    const database = new DatabaseSync(files.database, { timeout: 5000, enableForeignKeyConstraints: true });
    try {
      assertNewEnough(String(only(database.prepare('SELECT sqlite_version()').get())));
      configure(database);
      assertDurable(database);
      migrate(database);
      markInUse(files);
      if (role === 'intake') hidePrivateKeys(database);
      return database;
    } catch (fault) {
      database.close();
      throw fault;
    }
  } finally {
    starting.release();
  }
}

/** Every pragma here is per connection but the first; the last three make a Mac's and a careless disk's fsync real. */
function configure(database: DatabaseSync): void {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cell_size_check = ON;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
  `);
}

/** What must hold before a report is called stored: setting, what is read back, and what it is for. */
const promises = [
  ['journal_mode', 'wal', 'two processes can work on it'],
  ['synchronous', 2, 'what is stored survives a power cut'],
  ['secure_delete', 1, 'what is erased is gone'],
  ['foreign_keys', 1, 'no envelope is left without its report'],
] as const;

/** Throws unless the connection gives every promise. */
export function assertDurable(database: DatabaseSync): void {
  for (const [name, expected, purpose] of promises) {
    const found = only(database.prepare(`PRAGMA ${name}`).get());
    if (found === expected) continue;
    throw new Error(`The store has ${name} = ${found} and needs ${expected}, so that ${purpose}: use a local disk.`);
  }
}

/** Throws for an SQLite that could damage a file two processes share. */
export function assertNewEnough(version: string): void {
  const parts = version.split('.').map(Number);
  const differing = oldestSqlite.findIndex((part, index) => part !== parts[index]);
  if (differing < 0 || Number(parts[differing]) > Number(oldestSqlite[differing])) return;
  throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}: use Node 24.15 or newer.`);
}

/** Intake seals and never opens: on its connection even the wrapped private keys cannot be read. */
function hidePrivateKeys(database: DatabaseSync): void {
  database.setAuthorizer((action, table, column) =>
    action === constants.SQLITE_READ && table === 'epoch_key' && column === 'wrapped_private'
      ? constants.SQLITE_DENY
      : constants.SQLITE_OK,
  );
}
