import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { messageOf } from '../../contract/message-of.ts';
import { only } from './only.ts';
import type { StoreFiles } from './store-files.ts';

/** Below this size the whole file is read at every start; a bigger one only by the courier, which nobody waits for. */
const quickToRead = 16 * 1024 * 1024;

/**
 * Throws one sentence when a store that was in use is cut short, damaged or changed behind us. It looks through a
 * connection that cannot write, so what is left of the file stays exactly as it is.
 * @param thorough read the whole file, however large.
 */
export function inspectStore({ folder, database, marker }: StoreFiles, thorough: boolean): void {
  const size = existsSync(database) ? statSync(database).size : 0;
  const wasInUse = existsSync(marker);
  if (size === 0 && !wasInUse) return;
  const look: Look = { file: database, size, wasInUse, whole: thorough || size < quickToRead };
  for (const check of checks) {
    const why = check(look);
    if (why === undefined) continue;
    throw new Error(
      `The store ${database} cannot be used (${why}): it was left as it is; copy ${folder} away, then restore a backup or remove it to begin anew.`,
    );
  }
}

interface Look {
  readonly file: string;
  readonly size: number;
  readonly wasInUse: boolean;
  readonly whole: boolean;
}

/** Each says what is wrong, or nothing; asked in this order, since each trusts the one before. */
const checks: readonly ((look: Look) => string | undefined)[] = [
  ({ size }) => (size === 0 ? 'it is missing or empty, and it was in use' : undefined),
  ({ file, whole }) => asked(file, whole ? damage : readable),
  (look) => asked(look.file, (database) => cutWithinPage(database, look)),
  ({ file, wasInUse }) => (wasInUse ? asked(file, change) : undefined),
];

function asked(file: string, question: (database: DatabaseSync) => string | undefined): string | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    return question(database);
  } catch (fault) {
    return messageOf(fault);
  } finally {
    database?.close();
  }
}

function damage(database: DatabaseSync): string | undefined {
  const answer = String(only(database.prepare('PRAGMA quick_check(1)').get()));
  return answer === 'ok' ? undefined : answer.replace(/\s+/g, ' ');
}

function readable(database: DatabaseSync): undefined {
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
}

function change(database: DatabaseSync): string | undefined {
  const known = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'schema_version'").get();
  if (known === undefined) return 'its tables are gone';
  const mode = only(database.prepare('PRAGMA journal_mode').get());
  return mode === 'wal' ? undefined : `its journal mode was changed to ${mode}`;
}

/** SQLite reads a short last page as if zeros followed. While the log holds pages a stopped write may leave one, rightly. */
function cutWithinPage(database: DatabaseSync, { file, size }: Look): string | undefined {
  const log = `${file}-wal`;
  if (existsSync(log) && statSync(log).size > 0) return undefined;
  const pageSize = Number(only(database.prepare('PRAGMA page_size').get()));
  return size % pageSize === 0 ? undefined : 'its last page is cut short';
}
