import type { DatabaseSync } from 'node:sqlite';
import type { DeadLetters } from '../dead-letters.ts';
import { readDeadLetter } from '../read-rows.ts';
import { endReport } from './end-report.ts';
import { inTransaction } from './in-transaction.ts';

const dead = `SELECT outbox.id, recipient, role, day FROM outbox JOIN report USING (id)
  WHERE outbox.state = 'dead' ORDER BY day, outbox.id, recipient`;

/** Who is on the way to another store is that store's: it is left alone here. */
const stillDead = `id = :id AND recipient = :recipient AND state = 'dead'
  AND NOT EXISTS (SELECT 1 FROM report WHERE id = :id AND moving IS NOT NULL)`;

const revive = `UPDATE outbox SET state = 'due', due_at = :now, first_due_at = :now WHERE sealed IS NOT NULL AND ${stillDead}`;

const erase = `DELETE FROM outbox WHERE ${stillDead}`;

/** A report that nobody got and nobody will: whoever asks for it is told so. */
const close = `UPDATE report SET state = 'closed'
  WHERE id = :id AND state = 'queued' AND NOT EXISTS (SELECT 1 FROM outbox WHERE id = :id)`;

/** The dead letters of the store's file. Its connection may be read-only where nothing but the list is asked for. */
export function embeddedDeadLetters(database: DatabaseSync): DeadLetters {
  return {
    list: async () => database.prepare(dead).all().map(readDeadLetter),
    again: async ({ id, recipient }, now) => database.prepare(revive).run({ id, recipient, now }).changes === 1,
    async giveUp({ id, recipient }, now) {
      const ending = endReport(database);
      return inTransaction(database, () => {
        if (database.prepare(erase).run({ id, recipient }).changes === 0) return false;
        database.prepare(close).run({ id });
        ending(id, now);
        return true;
      });
    },
  };
}
