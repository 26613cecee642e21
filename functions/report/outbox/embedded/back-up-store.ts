import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../contract/message-of.ts';
import { copyDatabase, faultOfCopy, withDatabase } from './copy-database.ts';
import { only } from './only.ts';
import { takeLock } from './role-lock.ts';
import { storeFiles, syncFolder } from './store-files.ts';

export interface Backup {
  /** DATA_DIR of the store; intake and courier may be at work on it. */
  readonly dataDir: string;
  /** The file to make; a full path. Nothing stands under this name before the whole backup does. */
  readonly to: string;
  /** Told after each step; a test ends the process here. */
  readonly step?: ((name: 'copied' | 'checked' | 'named') => void) | undefined;
}

/**
 * Makes one file that holds the store as it is at one moment. Answers how many envelopes in it have not been delivered.
 * Throws one sentence when there is no store, the file is there already, or the copy is not whole; then no file is left.
 */
export function backUpStore({ dataDir, to, step = () => undefined }: Backup): number {
  const { folder, database } = storeFiles(dataDir);
  if (!existsSync(database)) throw new Error('Nothing was ever stored here: DATA_DIR has no store yet.');
  refuseTaken(to);
  const lock = takeLock(folder, 'backup');
  const unfinished = `${to}.part`;
  try {
    copyDatabase(database, unfinished);
    step('copied');
    const why = faultOfCopy(unfinished);
    if (why !== undefined) throw new Error(`The copy is not whole (${why}).`);
    step('checked');
    const waiting = Number(withDatabase(unfinished, (copy) => only(copy.prepare(undelivered).get())));
    giveName(unfinished, to);
    step('named');
    return waiting;
  } catch (cause) {
    const why = messageOf(cause).replace(/\.$/, '');
    throw new Error(`No backup was made (${why}): try again, to another disk if this one is full.`, { cause });
  } finally {
    rmSync(unfinished, { force: true });
    lock.release();
  }
}

const undelivered = `SELECT count(*) FROM outbox WHERE state <> 'delivered'`;

function refuseTaken(file: string): void {
  if (existsSync(file)) throw new Error(`${file} is there already: name a file that is not there yet.`);
  if (!existsSync(path.dirname(file))) throw new Error(`There is no folder ${path.dirname(file)}: make it first.`);
}

/** Unlike a new name, a second name for a file never takes the place of another file; some disks give no second names. */
function giveName(from: string, to: string): void {
  try {
    linkSync(from, to);
    rmSync(from);
  } catch {
    refuseTaken(to);
    renameSync(from, to);
  }
  syncFolder(path.dirname(to));
}
