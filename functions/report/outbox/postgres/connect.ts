import { Pool, type PoolClient, types } from 'pg';
import { assertDurable, durableSettings } from './assert-durable.ts';
import { schema } from './names.ts';

/** Milliseconds. An accept that hangs is refused while its reporter still waits. */
const times = { connect: 5000, statement: 10_000, answer: 12_000, lock: 5000, idle: 30_000 };

/** Asked once of every connection: it is set up, and what it answers must hold, also after the server was started anew. */
const setUp = `SELECT
  set_config('search_path', '${schema}', false),
  set_config('statement_timeout', '${times.statement}', false),
  set_config('lock_timeout', '${times.lock}', false),
  set_config('idle_in_transaction_session_timeout', '${times.statement}', false),
  ${durableSettings.map((name) => `current_setting('${name}') AS ${name}`).join(', ')}`;

/** `bigint` holds our times and counts, which are far below 2^53. */
const bigint = 20;
const parsers = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    type === bigint ? Number : types.getTypeParser(type, format === 'binary' ? 'binary' : 'text'),
};

/**
 * Connections to one database, made when they are needed. One that breaks is dropped and replaced at the next question;
 * TLS is what the URL asks for.
 */
export function connect(url: string, most: number): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'know-the-signs',
    max: most,
    connectionTimeoutMillis: times.connect,
    idleTimeoutMillis: times.idle,
    query_timeout: times.answer,
    keepAlive: true,
    types: parsers,
    onConnect: async (client) => {
      // A connection that breaks while nobody asks anything of it must not end the process.
      client.on('error', () => undefined);
      const { rows } = await client.query(setUp);
      assertDurable(rows[0]);
    },
  });
  pool.on('error', () => undefined);
  return pool;
}

/** Does all of `work` or none of it. After a fault the connection is dropped, which rolls back whatever state it was in. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (fault) {
    client.release(true);
    throw fault;
  }
}
