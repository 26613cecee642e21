import type { DatabaseSync } from 'node:sqlite';
import { idKeptUntil } from '../retention.ts';

/** A report has ended when no sealed body of it is left: whatever still waits, or is stuck, has its body. */
const end = `UPDATE report SET keep_until = :keepUntil
  WHERE id = :id AND keep_until IS NULL AND NOT EXISTS (SELECT 1 FROM outbox WHERE id = :id AND sealed IS NOT NULL)`;

const forgetTimes = `UPDATE outbox SET delivered_at = NULL, opened_at = NULL
  WHERE id = :id AND (delivered_at IS NOT NULL OR opened_at IS NOT NULL)`;

/** Ends a report that has nothing more to wait for, once: its id stays a while, its times go. Inside the caller's transaction. */
export function endReport(database: DatabaseSync) {
  const [ending, forgetting] = [database.prepare(end), database.prepare(forgetTimes)];
  return (id: string, now: number): void => {
    if (ending.run({ id, keepUntil: idKeptUntil(now) }).changes === 1) forgetting.run({ id });
  };
}
