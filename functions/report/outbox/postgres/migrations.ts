import type { ClientBase } from 'pg';
import { integer } from '../row-values.ts';
import { makeIt, schema } from './names.ts';

/**
 * The shape of the store, step by step; tables and columns are those of the embedded one. A step that was ever released
 * is never edited: add the next one. A step only adds, so that an older process can finish its work on the same tables.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE report (
    id text NOT NULL PRIMARY KEY,
    receipt_hash bytea NOT NULL,
    rule text NOT NULL,
    day text NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'accepted', 'opened', 'passed-on', 'closed')),
    keep_until bigint,
    moving text
  );
  CREATE INDEX report_keep_until ON report (keep_until) WHERE keep_until IS NOT NULL;
  CREATE INDEX report_moving ON report (moving) WHERE moving IS NOT NULL;

  CREATE TABLE epoch_key (
    day text NOT NULL PRIMARY KEY,
    public bytea NOT NULL,
    wrapped_private bytea,
    shredded_at bigint
  );

  CREATE TABLE outbox (
    id text NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    recipient text NOT NULL,
    role text NOT NULL CHECK (role IN ('primary', 'copy', 'then')),
    rank integer NOT NULL,
    state text NOT NULL CHECK (state IN ('due', 'leased', 'delivered', 'dead')),
    due_at bigint,
    first_due_at bigint,
    lease_until bigint,
    attempts integer NOT NULL DEFAULT 0,
    ambiguous integer NOT NULL DEFAULT 0,
    epoch text NOT NULL REFERENCES epoch_key (day),
    sealed bytea,
    accepted_at bigint,
    delivered_at bigint,
    opened_at bigint,
    PRIMARY KEY (id, recipient)
  );
  -- What is sealed does not get smaller, so nobody tries.
  ALTER TABLE outbox ALTER COLUMN sealed SET STORAGE EXTERNAL;
  -- Every claim starts at the front of these indexes: what was there before is swept away soon, also of a million rows.
  ALTER TABLE outbox SET (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
    toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 2000);
  CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'due';
  CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'leased';
  CREATE INDEX outbox_waiting ON outbox (first_due_at) WHERE state IN ('due', 'leased');
  CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';
  CREATE INDEX outbox_sealed ON outbox (epoch) WHERE sealed IS NOT NULL;
  CREATE INDEX outbox_unopened ON outbox (delivered_at) WHERE state = 'delivered' AND sealed IS NOT NULL;

  CREATE TABLE day_count (
    day text NOT NULL,
    rule text NOT NULL,
    n bigint NOT NULL DEFAULT 0,
    delivered bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (day, rule)
  ) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

  CREATE TABLE courier_pulse (
    courier text NOT NULL PRIMARY KEY,
    beat_at bigint NOT NULL
  ) WITH (fillfactor = 50);

  CREATE TABLE moving_count (
    batch text NOT NULL,
    day text NOT NULL,
    rule text NOT NULL,
    n bigint NOT NULL,
    delivered bigint NOT NULL,
    PRIMARY KEY (batch, day, rule)
  );

  CREATE TABLE moved_batch (
    batch text NOT NULL PRIMARY KEY
  );

  -- Which of these days have a key that is not shredded, and keeps them so until the caller's transaction ends. It runs
  -- with its owner's rights: to hold a row takes the right to change it, which intake must not have.
  CREATE FUNCTION hold_epochs(days text[]) RETURNS SETOF text
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
    AS $$ BEGIN
      RETURN QUERY SELECT day FROM ${schema}.epoch_key
        WHERE day = ANY (days) AND shredded_at IS NULL ORDER BY day FOR SHARE;
    END $$;
  REVOKE ALL ON FUNCTION hold_epochs(text[]) FROM PUBLIC;
  `,
];

/**
 * Brings the store to this program's shape in one transaction; twice is the same as once. The caller holds the lock that
 * keeps a second one out. A store from a newer program is refused and left as it is.
 */
export async function migrate(client: ClientBase, steps: readonly string[] = migrations): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    // A step that has to wait for a running statement must not make every other statement wait behind it for long.
    await client.query(`SET LOCAL search_path = ${schema}; SET LOCAL lock_timeout = '5s'`);
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL PRIMARY KEY)');
    const { rows } = await client.query('SELECT coalesce(max(version), 0) AS version FROM schema_version');
    const at = integer(rows[0], 'version');
    assertKnown(at, steps.length);
    for (const [index, step] of steps.slice(at).entries()) {
      await client.query(step);
      await client.query('INSERT INTO schema_version VALUES ($1)', [at + index + 1]);
    }
    await client.query('COMMIT');
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  }
}

/** Throws one sentence for a store that is newer than this program. */
export function assertKnown(version: number, known: number): void {
  if (version <= known) return;
  throw new Error(`The store has version ${version} and this program knows ${known}: start the newer program.`);
}

/** Throws one sentence for a store that this program cannot work on. */
export function assertUpToDate(version: number, known = migrations.length): void {
  assertKnown(version, known);
  if (version === known) return;
  throw new Error(`The store has version ${version} and this program needs ${known}: ${makeIt}.`);
}
