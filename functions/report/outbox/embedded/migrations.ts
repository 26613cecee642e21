import type { DatabaseSync } from 'node:sqlite';
import { only } from './only.ts';

/**
 * The shape of the store, step by step. A step that was ever released is never edited: add the next one. A step only
 * adds, so that a process of the version before it can finish its work on the same file.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE report (
    id TEXT NOT NULL PRIMARY KEY,
    receipt_hash BLOB NOT NULL,
    rule TEXT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'opened', 'passed-on', 'closed')),
    keep_until INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX report_keep_until ON report (keep_until) WHERE keep_until IS NOT NULL;

  CREATE TABLE epoch_key (
    day TEXT NOT NULL PRIMARY KEY,
    public BLOB NOT NULL,
    wrapped_private BLOB,
    shredded_at INTEGER
  ) STRICT;

  CREATE TABLE outbox (
    id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    recipient TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('primary', 'copy', 'then')),
    rank INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('due', 'leased', 'delivered', 'dead')),
    due_at INTEGER,
    first_due_at INTEGER,
    lease_until INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    ambiguous INTEGER NOT NULL DEFAULT 0,
    epoch TEXT NOT NULL REFERENCES epoch_key (day),
    sealed BLOB,
    accepted_at INTEGER,
    PRIMARY KEY (id, recipient)
  ) STRICT;
  CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'due';
  CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'leased';
  CREATE INDEX outbox_waiting ON outbox (first_due_at) WHERE state IN ('due', 'leased');
  CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';
  CREATE INDEX outbox_sealed ON outbox (epoch) WHERE sealed IS NOT NULL;

  CREATE TABLE day_count (
    day TEXT NOT NULL,
    rule TEXT NOT NULL,
    n INTEGER NOT NULL DEFAULT 0,
    delivered INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, rule)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE courier_pulse (
    courier TEXT NOT NULL PRIMARY KEY,
    beat_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // When it was delivered and opened, kept only while a body waits to be opened; and what is on its way to another store.
  `
  ALTER TABLE outbox ADD COLUMN delivered_at INTEGER;
  ALTER TABLE outbox ADD COLUMN opened_at INTEGER;
  CREATE INDEX outbox_unopened ON outbox (delivered_at) WHERE state = 'delivered' AND sealed IS NOT NULL;

  ALTER TABLE report ADD COLUMN moving TEXT;
  CREATE INDEX report_moving ON report (moving) WHERE moving IS NOT NULL;

  CREATE TABLE moving_count (
    batch TEXT NOT NULL,
    day TEXT NOT NULL,
    rule TEXT NOT NULL,
    n INTEGER NOT NULL,
    delivered INTEGER NOT NULL,
    PRIMARY KEY (batch, day, rule)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE moved_batch (
    batch TEXT NOT NULL PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
  `,
];

/**
 * Brings the store to this program's shape in one transaction: running it twice, or from two processes at once, is the
 * same as once. A store from a newer program is refused and left as it is.
 */
export function migrate(database: DatabaseSync, steps: readonly string[] = migrations): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY) STRICT');
    const at = Number(only(database.prepare('SELECT max(version) FROM schema_version').get()) ?? 0);
    if (at > steps.length) {
      throw new Error(`The store has version ${at} and this program knows ${steps.length}: start the newer program.`);
    }
    const record = database.prepare('INSERT INTO schema_version VALUES (?)');
    for (const [index, step] of steps.slice(at).entries()) {
      database.exec(step);
      record.run(at + index + 1);
    }
    database.exec('COMMIT');
  } catch (fault) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw fault;
  }
}
