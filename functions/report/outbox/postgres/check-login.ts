import type { Pool } from 'pg';
import { integer, type Row, text } from '../row-values.ts';
import type { StoreRole } from '../store.ts';
import { assertUpToDate } from './migrations.ts';
import { groupRoles, jobSchema, makeIt, schema } from './names.ts';

const look = `SELECT
  current_user AS login,
  EXISTS (SELECT FROM pg_namespace WHERE nspname = '${schema}') AND EXISTS (
    SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = '${schema}' AND c.relname = 'schema_version') AS made,
  EXISTS (SELECT FROM pg_roles WHERE rolname = '${groupRoles.intake}' AND pg_has_role(oid, 'USAGE')) AS intake,
  EXISTS (SELECT FROM pg_roles WHERE rolname = '${groupRoles.courier}' AND pg_has_role(oid, 'USAGE')) AS courier,
  EXISTS (SELECT FROM pg_roles WHERE rolname = '${groupRoles.courier}' AND pg_has_role(oid, 'MEMBER')) AS may_be_courier`;

const rights = `SELECT
  has_column_privilege('${schema}.epoch_key', 'wrapped_private', 'SELECT')
    OR has_table_privilege('${schema}.epoch_key', 'SELECT') AS reads_keys,
  has_table_privilege('${jobSchema}.job', 'INSERT') AS writes_jobs,
  (SELECT coalesce(max(version), 0) FROM ${schema}.schema_version) AS version`;

/**
 * Throws one sentence unless the store is there and up to date, and this login has what its process needs: for intake
 * that means never a private key, nor a way to become one who reads them.
 */
export async function checkLogin(pool: Pool, role: StoreRole): Promise<void> {
  const row = (await pool.query<Row>(look)).rows[0] ?? {};
  const login = text(row, 'login');
  if (row['made'] !== true) throw new Error(`The database has no store yet: ${makeIt}.`);
  if (row[role] !== true) {
    throw new Error(`The login "${login}" may not work as ${role}: let its owner run GRANT ${groupRoles[role]} TO it.`);
  }
  const right = (await pool.query<Row>(rights)).rows[0] ?? {};
  assertUpToDate(integer(right, 'version'));
  if (right['writes_jobs'] !== true)
    throw new Error(`The login "${login}" lacks rights that this program needs: ${makeIt}.`);
  if (role === 'intake' && (right['reads_keys'] === true || row['may_be_courier'] === true)) {
    throw new Error(
      `Intake does not start with the login "${login}", which can read private keys: give it one with the role ${groupRoles.intake} alone.`,
    );
  }
}
