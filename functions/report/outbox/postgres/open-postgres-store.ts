import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Outbox } from '../outbox.ts';
import { type KeepBody, retention } from '../retention.ts';
import { leaseMs as defaultLeaseMs } from '../schedule.ts';
import type { Store, StoreRole } from '../store.ts';
import { acceptReports } from './accept-reports.ts';
import { checkLogin } from './check-login.ts';
import { claimEnvelopes } from './claim-envelopes.ts';
import { connect } from './connect.ts';
import { countEnvelopes } from './count-envelopes.ts';
import { groupCommit } from './group-commit.ts';
import { openEnvelope } from './open-envelopes.ts';
import { postgresKeys, postgresPulse } from './postgres-keys.ts';
import { settleDead, settleDelivered, settleRetry } from './settle-envelopes.ts';
import { tidyStore } from './tidy-store.ts';
import { whyUnusable } from './unusable-database.ts';

export interface PostgresStoreOptions {
  /** Of the login of this process, which has the group role of `role`. TLS is as the URL says. */
  readonly url: string;
  /** Any number of processes of either role share one database. */
  readonly role: StoreRole;
  /** How long an attempt's lease lasts. */
  readonly leaseMs?: number | undefined;
  /** What ends the keeping of a body; `retention.until` unless a test hands one in. */
  readonly until?: KeepBody | undefined;
  /** Connections at most. */
  readonly connections?: number | undefined;
  /** What this courier is called in its sign of life; random unless handed in. */
  readonly courier?: string | undefined;
}

/**
 * The store of several machines: one PostgreSQL, durable before anything is called stored. Rejects with one sentence and
 * a next step when the database cannot keep the promise, has no store or another version of it, or when the login has
 * too few rights or, for intake, too many.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, role } = options;
  const pool = connect(url, options.connections ?? 6);
  let ending: Promise<void> | undefined;
  const close = () => {
    ending ??= pool.end();
    return ending;
  };
  try {
    await checkLogin(pool, role);
  } catch (fault) {
    await close();
    const why = whyUnusable(fault);
    if (why === undefined) throw fault;
    throw new Error(
      `The database cannot be used (${why}): see that it runs and that the URL names its ${role} login.`,
      {
        cause: fault,
      },
    );
  }
  return {
    outbox: postgresOutbox(pool, { ...options, close }),
    keys: postgresKeys(pool, role),
    pulse: postgresPulse(pool, options.courier ?? randomUUID()),
    close,
  };
}

type OutboxParts = Pick<PostgresStoreOptions, 'role' | 'leaseMs' | 'until'> & { close(): Promise<void> };

function postgresOutbox(pool: Pool, { role, leaseMs, until = retention.until, close }: OutboxParts): Outbox {
  return {
    accept: groupCommit(acceptReports(pool)),
    claim: claimEnvelopes(pool, leaseMs ?? defaultLeaseMs),
    done: settleDelivered(pool, until),
    retry: settleRetry(pool),
    dead: settleDead(pool),
    opened: openEnvelope(pool),
    stats: countEnvelopes(pool, role),
    tidy: tidyStore(pool, until),
    close,
  };
}
