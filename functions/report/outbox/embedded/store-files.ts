import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where the store keeps itself, below DATA_DIR. The folder is the store's alone. */
export interface StoreFiles {
  readonly folder: string;
  readonly database: string;
  /** Stands once the store was ever in use, so that a file cut to nothing is not taken for a new one. */
  readonly marker: string;
}

export function storeFiles(dataDir: string): StoreFiles {
  const folder = path.resolve(dataDir, 'outbox');
  return { folder, database: path.join(folder, 'outbox.db'), marker: path.join(folder, 'in-use') };
}

/** Makes the folder, for this user alone. */
export function prepareFolder({ folder }: StoreFiles): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  restrict(folder, 0o700);
}

/** Makes the file, for this user alone. SQLite gives its `-wal` and `-shm` the rights of the file. */
export function prepareFile({ database }: StoreFiles): void {
  // Never opened here once it exists: closing it would drop the locks of a connection in this process (POSIX locks do).
  if (!existsSync(database)) closeSync(openSync(database, 'a', 0o600));
  restrict(database, 0o600);
}

/** Records that the store is in use, for good. A power cut now takes neither the file nor the folders on the way to it. */
export function markInUse({ folder, marker }: StoreFiles): void {
  if (existsSync(marker)) return;
  closeSync(openSync(marker, 'a', 0o600));
  const parent = path.dirname(folder);
  for (const each of [folder, parent, path.dirname(parent)]) syncFolder(each);
}

/** What was named in this folder stays named after a power cut. Windows has no such step. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const directory = openSync(folder, 'r');
  fsyncSync(directory);
  closeSync(directory);
}

function restrict(target: string, mode: number): void {
  if (process.platform === 'win32' || (statSync(target).mode & 0o777) === mode) return;
  try {
    chmodSync(target, mode);
  } catch (cause) {
    throw new Error(`Others can read ${target}: run as the user that owns it, or change its owner.`, { cause });
  }
}
