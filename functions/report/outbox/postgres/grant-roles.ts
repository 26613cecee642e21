import type { ClientBase } from 'pg';
import { groupRoles, jobSchema, schema } from './names.ts';

const { intake, courier } = groupRoles;

const makeRole = (name: string): string => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name} NOLOGIN; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

/**
 * Intake adds reports and sees what it needs for that and for its health; it can read no private key, and no report back,
 * sealed as it is. The courier does everything but change the shape of the store.
 */
const grants = `
  REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM PUBLIC, ${intake}, ${courier};
  GRANT USAGE ON SCHEMA ${schema}, ${jobSchema} TO ${intake}, ${courier};

  GRANT SELECT ON ${schema}.schema_version, ${schema}.courier_pulse TO ${intake};
  GRANT INSERT (id, receipt_hash, rule, day, state), SELECT (id) ON ${schema}.report TO ${intake};
  GRANT INSERT (id, recipient, role, rank, state, due_at, first_due_at, epoch, sealed, accepted_at),
    SELECT (state, first_due_at) ON ${schema}.outbox TO ${intake};
  GRANT SELECT (day, public, shredded_at) ON ${schema}.epoch_key TO ${intake};
  GRANT SELECT, INSERT (day, rule, n), UPDATE (n) ON ${schema}.day_count TO ${intake};
  GRANT INSERT ON ${jobSchema}.job TO ${intake};

  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${courier};
  REVOKE INSERT, UPDATE, DELETE ON ${schema}.schema_version FROM ${courier};
  GRANT SELECT, INSERT, DELETE ON ${jobSchema}.job TO ${courier};

  GRANT EXECUTE ON FUNCTION ${schema}.hold_epochs(text[]) TO ${intake}, ${courier};`;

/** Makes the group roles where they are missing, and sets their rights anew. */
export async function grantRoles(client: ClientBase): Promise<void> {
  for (const name of Object.values(groupRoles)) await client.query(makeRole(name));
  // Several statements in one message are one transaction: nobody is without rights in between.
  await client.query(grants);
}
