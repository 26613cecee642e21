import type { DatabaseSync } from 'node:sqlite';
import { integer, type Row, text } from '../row-values.ts';
import { endReport } from './end-report.ts';
import { inTransaction } from './in-transaction.ts';
import { eraseSecondContacts } from './settle-envelopes.ts';

const find = `SELECT role, rank FROM outbox WHERE id = :id AND recipient = :recipient AND state = 'delivered'`;

const open = `UPDATE outbox SET opened_at = :now, sealed = NULL, delivered_at = NULL
  WHERE id = :id AND recipient = :recipient AND sealed IS NOT NULL`;

const say = `UPDATE report SET state = 'opened' WHERE id = ? AND state IN ('queued', 'accepted')`;

/** A person at the agency opened it: the body goes, and the second contacts behind it. `false`: it has nothing of that id. */
export function openEnvelope(database: DatabaseSync) {
  const [finding, opening, saying] = [database.prepare(find), database.prepare(open), database.prepare(say)];
  const [erasing, ending] = [eraseSecondContacts(database), endReport(database)];
  return (id: string, recipient: string, now: number): boolean =>
    inTransaction(database, () => {
      const row: Row | undefined = finding.get({ id, recipient });
      if (row === undefined) return false;
      saying.run(id);
      opening.run({ id, recipient, now });
      erasing({ id, role: text(row, 'role'), rank: integer(row, 'rank') });
      ending(id, now);
      return true;
    });
}

const over = `SELECT id, recipient FROM outbox
  WHERE state = 'delivered' AND sealed IS NOT NULL AND delivered_at <= ? ORDER BY delivered_at LIMIT 500`;

const erase = `UPDATE outbox SET sealed = NULL, delivered_at = NULL WHERE id = :id AND recipient = :recipient`;

/** Erases the bodies of envelopes that were delivered by `since` and that nobody opened; second contacts go on waiting. */
export function eraseUnopened(database: DatabaseSync) {
  const [looking, erasing, ending] = [database.prepare(over), database.prepare(erase), endReport(database)];
  return (since: number, now: number): void => {
    for (let rows: Row[] = looking.all(since); rows.length > 0; rows = looking.all(since)) {
      const group = rows.map((row) => ({ id: text(row, 'id'), recipient: text(row, 'recipient') }));
      inTransaction(database, () => {
        for (const row of group) erasing.run(row);
        for (const id of new Set(group.map((row) => row.id))) ending(id, now);
      });
    }
  };
}
