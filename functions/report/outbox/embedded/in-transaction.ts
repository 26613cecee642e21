import type { DatabaseSync } from 'node:sqlite';

/** Does all of `work` or none of it. It takes the right to write first, so it waits for another writer and never half-way. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (fault) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw fault;
  }
}
