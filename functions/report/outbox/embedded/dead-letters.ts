import type { DatabaseSync } from 'node:sqlite';
import type { DeadLetter, DeadLetters } from '../dead-letters.ts';
import { endReport } from './end-report.ts';
import { inTransaction } from './in-transaction.ts';
import { type Row, text } from './row-values.ts';

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
    list: async () => database.prepare(dead).all().map(deadLetter),
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

const roles: readonly DeadLetter['role'][] = ['primary', 'copy', 'then'];

function deadLetter(row: Row): DeadLetter {
  const role = roles.find((known) => known === text(row, 'role'));
  if (role === undefined) throw new Error('The store has an envelope with an unknown role: restore a backup.');
  return { id: text(row, 'id'), recipient: text(row, 'recipient'), role, day: text(row, 'day') };
}
