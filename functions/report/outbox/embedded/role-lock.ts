import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A held lock; `release` gives it back, and so does the end of the process, however it ends. */
export interface RoleLock {
  release(): void;
}

/** Locks in use. A lock that nobody refers to would be collected, closed and so lost. */
const held = new Set<DatabaseSync>();

/**
 * Takes `<name>.lock` in the store's folder, or throws one sentence that says who has it. Waits up to `waitMs`.
 *
 * The lock is the operating system's own, through a transaction that SQLite holds open on an empty file, and not a
 * process id in a file: a dead process's lock is free at once, an id that another program was given since locks
 * nothing, two processes cannot both take over, and it holds between containers that share a folder. The `.pid` file
 * beside it is for the message only.
 */
export function takeLock(folder: string, name: string, waitMs = 0): RoleLock {
  const [file, pidFile] = [path.join(folder, `${name}.lock`), path.join(folder, `${name}.pid`)];
  // Never opened here once it exists: closing it would drop a lock that this process already holds (POSIX locks do).
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: waitMs });
  try {
    database.exec('BEGIN IMMEDIATE');
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) throw new Error(`Cannot lock ${file}: is the folder writable?`, { cause });
    throw new Error(`Another ${name} (process ${holderOf(pidFile)}) already works on ${folder}: stop it first.`, {
      cause,
    });
  }
  held.add(database);
  writeFileSync(pidFile, String(process.pid), { mode: 0o600 });
  return { release: () => held.delete(database) && database.close() };
}

/** Takes each of these or none. */
export function takeLocks(folder: string, names: readonly string[]): RoleLock {
  const locks: RoleLock[] = [];
  const release = () => {
    for (const lock of locks.splice(0)) lock.release();
  };
  try {
    for (const name of names) locks.push(takeLock(folder, name));
    return { release };
  } catch (fault) {
    release();
    throw fault;
  }
}

const holderOf = (pidFile: string): string => (existsSync(pidFile) ? readFileSync(pidFile, 'utf8') : 'unknown');

const sqliteBusy = 5;
const isBusy = (cause: unknown): boolean =>
  cause instanceof Error &&
  'errcode' in cause &&
  typeof cause.errcode === 'number' &&
  (cause.errcode & 0xff) === sqliteBusy;
