import { insertJobs } from '../../functions/report/outbox/postgres/jobs.ts';
import { schema } from '../../functions/report/outbox/postgres/names.ts';
import { openPostgresStore } from '../../functions/report/outbox/postgres/open-postgres-store.ts';
import { asked, preparedDatabase } from '../support/postgres/prepared-database.ts';
import { startPostgres } from '../support/postgres/start-postgres.ts';
import { publishKeys } from './bench-site.ts';
import { type Engine, filledBody } from './engine.ts';

/** The store of several machines: a PostgreSQL of its own with the settings it came with, each store a database in it. */
export async function postgresEngine(): Promise<Engine & { readonly version: string }> {
  const server = await startPostgres();
  return {
    name: 'PostgreSQL',
    version: server.version,
    async newStore(site, name) {
      const folder = site.newFolder(name);
      const { owner, intake, courier } = await preparedDatabase(server);
      await publishKeys(site, { folder, env: { DATABASE_URL: courier } });
      const ask = (question: string) => asked(`${owner}?options=-c%20search_path%3D${schema}`, question);
      return {
        folder,
        intake: { DATABASE_URL: intake },
        courier: { DATABASE_URL: courier },
        rival: { name: 'bare-postgres', env: { DATABASE_URL: (await preparedDatabase(server)).owner } },
        ask,
        fill: async (reports) => void (await ask(fill(reports))),
        open: (role) => openPostgresStore({ url: role === 'intake' ? intake : courier, role }),
        remove: async () => site.removeFolder(folder),
      };
    },
    remove: () => server.remove(),
  };
}

/** In one message, so one transaction; foreign keys are not looked up row by row, which is quicker. */
const fill = (reports: number): string => `
  SET session_replication_role = replica;
  CREATE TEMP TABLE made AS
    SELECT gen_random_uuid()::text AS id, 'police'::text AS recipient,
      (extract(epoch FROM now()) * 1000)::bigint - 86400000 + i AS at
    FROM generate_series(1, ${reports}) AS n (i);
  INSERT INTO report (id, receipt_hash, rule, day, state)
    SELECT id, decode(md5(id) || md5(id), 'hex'), 'criminal', to_char(to_timestamp(at / 1000), 'YYYY-MM-DD'), 'queued'
    FROM made;
  INSERT INTO outbox (id, recipient, role, rank, state, due_at, first_due_at, epoch, sealed, accepted_at)
    SELECT id, recipient, 'primary', 0, 'due', at, at, (SELECT max(day) FROM epoch_key),
      decode(repeat('00', ${filledBody}), 'hex'), at
    FROM made;
  ${insertJobs('made')};
  ANALYZE report, outbox`;
