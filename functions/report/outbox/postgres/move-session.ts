import type { ClientBase } from 'pg';
import { checkLogin } from './check-login.ts';
import { connect } from './connect.ts';
import { whyUnusable } from './unusable-database.ts';

/** One connection for one move, with the courier's rights: what it locks stays locked until it is closed. */
export interface MoveSession {
  readonly client: ClientBase;
  /** Does all of `work` or none of it. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Rejects with one sentence when the database cannot be used, has no store, or the login has not the courier's rights. */
export async function moveSession(url: string): Promise<MoveSession> {
  const pool = connect(url, 1);
  try {
    await checkLogin(pool, 'courier');
    const client = await pool.connect();
    const close = async () => {
      client.release(true);
      await pool.end();
    };
    return { client, transaction: (work) => inTransaction(client, work), close };
  } catch (cause) {
    await pool.end();
    const why = whyUnusable(cause);
    if (why === undefined) throw cause;
    throw new Error(`The database cannot be used (${why}): see that it runs and that DATABASE_URL is right.`, {
      cause,
    });
  }
}

async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (fault) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw fault;
  }
}
