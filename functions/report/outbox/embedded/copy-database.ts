import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { messageOf } from '../../contract/message-of.ts';
import { migrations } from './migrations.ts';
import { only } from './only.ts';

/**
 * Copies what stands in one store file into a new one that only this user may read, as it is at one moment, while others
 * work on it. Nothing that was erased comes along. What was at `to` is replaced; it is on the disk when this returns.
 */
export function copyDatabase(from: string, to: string): void {
  rmSync(to, { force: true });
  closeSync(openSync(to, 'wx', 0o600));
  withDatabase(from, (database) => {
    database.exec('PRAGMA temp_store = MEMORY');
    database.prepare('VACUUM INTO ?').run(to);
  });
  syncToDisk(to);
}

/** What is wrong with a file that should be a whole store, in a few words; `undefined` when nothing is. */
export function faultOfCopy(file: string): string | undefined {
  try {
    return withDatabase(file, (database) => {
      for (const check of checks) {
        const why = check(database);
        if (why !== undefined) return why;
      }
      return undefined;
    });
  } catch (fault) {
    return messageOf(fault);
  }
}

/** Each says what is wrong, or nothing; asked in this order, since each trusts the one before. */
const checks: readonly ((database: DatabaseSync) => string | undefined)[] = [
  (database) => {
    const answer = String(only(database.prepare('PRAGMA integrity_check(1)').get()));
    return answer === 'ok' ? undefined : answer.replace(/\s+/g, ' ');
  },
  (database) => {
    const known = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'schema_version'").get();
    return known === undefined ? 'it is not a store of this site' : undefined;
  },
  (database) => {
    const version = Number(only(database.prepare('SELECT max(version) FROM schema_version').get()));
    return version > migrations.length ? `it has version ${version}, of a newer program` : undefined;
  },
  (database) =>
    database.prepare('PRAGMA foreign_key_check').get() === undefined ? undefined : 'an envelope has lost its report',
];

/** Asks a file something through a connection that cannot write, and closes it again. */
export function withDatabase<T>(file: string, ask: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    return ask(database);
  } finally {
    database.close();
  }
}

/** SQLite does not do this for a copy. */
function syncToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
