import { Client } from 'pg';
import { groupRoles } from '../../../functions/report/outbox/postgres/names.ts';
import { prepareDatabase } from '../../../functions/report/outbox/postgres/prepare-database.ts';
import type { PostgresServer } from './start-postgres.ts';

/** An empty store with a login for each process, as an operator would make them. URLs. */
export interface PreparedDatabase {
  readonly owner: string;
  readonly intake: string;
  readonly courier: string;
}

/** One on each server is made ready as `npm run database` does it; the others are copies of it, which is quicker. */
const firsts = new WeakMap<PostgresServer, Promise<string>>();

/** A fresh database, made ready. */
export async function preparedDatabase(server: PostgresServer): Promise<PreparedDatabase> {
  const first = firsts.get(server) ?? prepareFirst(server);
  firsts.set(server, first);
  const owner = await server.database(await first);
  return { owner, intake: asUser(owner, loginOf('intake')), courier: asUser(owner, loginOf('courier')) };
}

const loginOf = (role: keyof typeof groupRoles): string => `login_${role}`;

async function prepareFirst(server: PostgresServer): Promise<string> {
  const url = await server.database();
  await prepareDatabase(url);
  for (const role of ['intake', 'courier'] as const) {
    await asked(url, `CREATE ROLE ${loginOf(role)} LOGIN IN ROLE ${groupRoles[role]}`);
  }
  return url;
}

/** The same database as another user. */
export function asUser(url: string, name: string): string {
  const changed = new URL(url);
  changed.username = name;
  return changed.href;
}

/** Asks one question and hangs up. */
export async function asked(
  url: string,
  question: string,
  values: unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(question, values.length > 0 ? values : undefined)).rows ?? [];
  } finally {
    await client.end();
  }
}
