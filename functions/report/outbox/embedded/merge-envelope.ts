import type { DatabaseSync } from 'node:sqlite';
import type { KeptRow } from '../transfer.ts';
import { insertKept } from './kept-rows.ts';

/** A second contact that somebody before it has made needless here, so that it was erased. */
const needless = `SELECT 1 FROM outbox WHERE id = :id AND :role = 'then' AND role <> 'copy' AND rank < :rank
  AND state = 'delivered' AND sealed IS NULL LIMIT 1`;

const mayHaveArrived = `UPDATE outbox SET ambiguous = 1 WHERE id = :id AND recipient = :recipient AND state <> 'delivered'`;

const goesOn = `UPDATE report SET keep_until = NULL WHERE id = :id`;

/** An envelope of a report that stands here already: taken where it lacks, and what stands here stays as it is. */
export function mergeEnvelope(database: DatabaseSync): (row: KeptRow) => void {
  const [finding, insert] = [database.prepare(needless), insertKept(database, 'outbox')];
  const [warning, going] = [database.prepare(mayHaveArrived), database.prepare(goesOn)];
  return (row) => {
    const [id = null, recipient = null, role = null, rank = null] = ['id', 'recipient', 'role', 'rank'].map(
      (name) => row[name],
    );
    if (finding.get({ id, role, rank }) !== undefined) return;
    const wasTried = Number(row['attempts']) > 0;
    if (insert(row)) {
      if (row['sealed'] !== null) going.run({ id });
    } else if (wasTried) warning.run({ id, recipient });
  };
}
