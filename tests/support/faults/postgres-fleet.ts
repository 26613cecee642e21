import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { groupRoles } from '../../../functions/report/outbox/postgres/names.ts';
import { liveEnvironment, type Part } from '../live-site.ts';
import { closedPort } from '../mail-servers.ts';
import { postgresServer } from '../postgres/postgres-server.ts';
import { asked, asUser } from '../postgres/prepared-database.ts';
import type { PostgresServer } from '../postgres/start-postgres.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { agencies, type BuiltSite, courierOf, intakeOf } from './fleet.ts';

export interface PostgresFleet {
  readonly server: PostgresServer;
  readonly intakes: readonly Part[];
  readonly couriers: readonly Part[];
  /** Where each intake listens. */
  readonly urls: readonly string[];
  /** Every folder that any of them writes to, the database's own included. */
  readonly folders: readonly string[];
  /** Envelopes that have not gone and should; second contacts have their own time. */
  waiting(): Promise<number>;
}

export interface PostgresFleetInput {
  readonly smtpPort: number;
  readonly intakes: number;
  readonly couriers: number;
}

const due = `SELECT count(*) AS n FROM know_the_signs.outbox WHERE state IN ('due', 'leased') AND role <> 'then'`;
const inDatabase = { intake: 'kts_intake', courier: 'kts_courier' } as const;

/**
 * Processes of the built product on one PostgreSQL, each with a DATA_DIR of its own as on a machine of its own, started.
 * The store is made as an operator makes it. All of it ends with the test.
 */
export async function postgresFleet({ built, tls }: BuiltSite, input: PostgresFleetInput): Promise<PostgresFleet> {
  const server = await postgresServer();
  const owner = await server.database();
  await makeStore(built, owner);
  const home = temporaryFolder();
  const written = liveEnvironment({
    ...{ folder: path.join(home, 'operator'), port: 1, tls, agencies },
    smtpPort: input.smtpPort,
  });
  const shared = {
    ...written,
    SMTP_URL: `smtps://127.0.0.1:${input.smtpPort}`,
    DATABASE_URL: asUser(owner, inDatabase.intake),
  };
  const ownFolder = (name: string) => {
    mkdirSync(path.join(home, name));
    return path.join(home, name);
  };
  const ports = await Promise.all(Array.from({ length: input.intakes }, () => closedPort()));
  const atIntakes = ports.map((port, n) => ({ PORT: String(port), DATA_DIR: ownFolder(`intake-${n}`) }));
  const atCouriers = Array.from({ length: input.couriers }, (_, n) => ({ DATA_DIR: ownFolder(`courier-${n}`) }));
  const intakes = atIntakes.map((own) => intakeOf(built, { ...shared, ...own }));
  const login = { COURIER_DATABASE_URL: asUser(owner, inDatabase.courier) };
  const couriers = atCouriers.map((own) => courierOf(built, { ...shared, ...login, ...own }));
  onTestFinished(async () => {
    await Promise.all([...intakes, ...couriers].map((part) => part.kill()));
  });
  for (const part of [...couriers, ...intakes]) await part.start();
  return {
    ...{ server, intakes, couriers },
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    folders: [...[...atIntakes, ...atCouriers].map(({ DATA_DIR }) => DATA_DIR), server.data],
    waiting: async () => Number((await asked(owner, due))[0]?.['n']),
  };
}

/** `npm run database` with its owner, and then the logins that it says to make. */
async function makeStore(built: string, owner: string): Promise<void> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(built, 'command.js'), 'database'], {
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: owner },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The store could not be made:\n${stdout}${stderr}`);
  for (const role of ['intake', 'courier'] as const) {
    await asked(owner, `CREATE ROLE ${inDatabase[role]} LOGIN IN ROLE ${groupRoles[role]}`);
  }
}
