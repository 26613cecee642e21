import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Accepted, Envelope, SealedReport } from '../outbox.ts';
import { inTransaction } from './in-transaction.ts';

/** Below this much free space nothing is taken, so that the courier can always write down what it did. */
const lowWaterBytes = 64 * 1024 * 1024;

/**
 * Stores a group of reports with one write to the disk. One that is known already is `duplicate`; whatever goes wrong,
 * nothing of the group is kept and all of it is `refused`. Never throws.
 */
export function acceptReports(database: DatabaseSync, freeBytes: () => number) {
  const statements = prepare(database);
  return (reports: readonly SealedReport[]): readonly Accepted[] => {
    try {
      if (freeBytes() < lowWaterBytes) return reports.map(() => 'refused');
      return inTransaction(database, () => reports.map((report) => acceptOne(statements, report)));
    } catch {
      return reports.map(() => 'refused');
    }
  };
}

function prepare(database: DatabaseSync) {
  return {
    openKey: database.prepare('SELECT 1 FROM epoch_key WHERE day = ? AND shredded_at IS NULL'),
    report: database.prepare(
      `INSERT INTO report (id, receipt_hash, rule, day, state) VALUES (?, ?, ?, ?, 'queued') ON CONFLICT DO NOTHING`,
    ),
    envelope: database.prepare(
      `INSERT INTO outbox (id, recipient, role, rank, state, due_at, first_due_at, epoch, sealed, accepted_at)
       VALUES (?, ?, ?, ?, 'due', ?, ?, ?, ?, ?)`,
    ),
    count: database.prepare(
      'INSERT INTO day_count (day, rule, n) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1',
    ),
  } satisfies Record<string, StatementSync>;
}

function acceptOne(statements: ReturnType<typeof prepare>, report: SealedReport): Accepted {
  const { id, receiptHash, rule, acceptedAt, envelopes } = report;
  if (!canBeDelivered(statements.openKey, envelopes)) return 'refused';
  const day = new Date(acceptedAt).toISOString().slice(0, 10);
  if (statements.report.run(id, receiptHash, rule, day).changes === 0) return 'duplicate';
  for (const { recipient, role, rank, dueAt, epoch, sealed } of envelopes) {
    statements.envelope.run(id, recipient, role, rank, dueAt, dueAt, epoch, sealed, acceptedAt);
  }
  statements.count.run(day, rule);
  return 'stored';
}

/**
 * A report for nobody, or sealed to a key that was shredded since intake looked it up, would be stored and never read.
 * It is asked inside the transaction, so no shredding comes between.
 */
function canBeDelivered(openKey: StatementSync, envelopes: readonly Envelope[]): boolean {
  const recipients = new Set(envelopes.map(({ recipient }) => recipient));
  if (recipients.size === 0 || recipients.size < envelopes.length) return false;
  return [...new Set(envelopes.map(({ epoch }) => epoch))].every((day) => openKey.get(day) !== undefined);
}
