import type { DatabaseSync } from 'node:sqlite';
import { type KeepBody, unopenedSince } from '../retention.ts';
import { inTransaction } from './in-transaction.ts';
import { only } from './only.ts';
import { eraseUnopened } from './open-envelopes.ts';

/**
 * Erases bodies that nobody opened in time, forgets ids whose time is over, then writes the log back and empties it: until that is done, what was erased still
 * stands in the `-wal` file. Answers `false` when somebody was reading just then, so that it is asked again.
 */
export function tidyStore(database: DatabaseSync, until: KeepBody) {
  const erasing = eraseUnopened(database);
  const expired = database.prepare('SELECT EXISTS (SELECT 1 FROM report WHERE keep_until <= ?)');
  const forgetting = database.prepare('DELETE FROM report WHERE keep_until <= ?');
  const emptying = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  return (now: number): boolean => {
    erasing(unopenedSince(until, now), now);
    if (only(expired.get(now)) === 1) inTransaction(database, () => forgetting.run(now));
    // A short wait only: intake must not stand behind a courier that waits for intake.
    database.exec('PRAGMA busy_timeout = 100');
    try {
      return only(emptying.get()) === 0;
    } finally {
      database.exec('PRAGMA busy_timeout = 5000');
    }
  };
}
