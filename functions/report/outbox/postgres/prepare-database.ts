import { Client, type Client as PgClient } from 'pg';
import { PgBoss } from 'pg-boss';
import { grantRoles } from './grant-roles.ts';
import { queueOptions } from './jobs.ts';
import { migrate, migrations } from './migrations.ts';
import { jobSchema, queue } from './names.ts';
import { whyUnusable } from './unusable-database.ts';

/** Held while a database is made or brought up to date. */
const lock = 4_716_212_037;

/**
 * Makes the store, its job queue, its roles and their rights, or brings them up to date; twice, or from two processes at
 * once, is the same as once. `url` is the owner's. Answers the version it has now.
 */
export async function prepareDatabase(url: string, steps: readonly string[] = migrations): Promise<number> {
  try {
    await prepare(url, steps);
    return steps.length;
  } catch (fault) {
    const why = whyUnusable(fault);
    if (why === undefined) throw fault;
    throw new Error(
      `The store was not made (${why}): put the database's owner, one that may make roles, in DATABASE_URL.`,
      {
        cause: fault,
      },
    );
  }
}

async function prepare(url: string, steps: readonly string[]): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: 'know-the-signs',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    await migrate(client, steps);
    await prepareJobs(client);
    await grantRoles(client);
  } finally {
    await client.end();
  }
}

/** pg-boss makes and migrates its own tables; nothing of it goes on running, since no job ever needs to be given up. */
async function prepareJobs(client: PgClient): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (sql, values) => client.query(sql, values) },
    schema: jobSchema,
    migrate: true,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  let fault: Error | undefined;
  boss.on('error', (error) => {
    fault ??= error;
  });
  await boss.start();
  await boss.createQueue(queue, queueOptions);
  await boss.stop({ graceful: false });
  if (fault !== undefined) throw fault;
}
