import { describe } from 'vitest';
import type { KeepBody } from '../../../functions/report/outbox/retention.ts';
import { testAcceptor, testOutbox } from '../../support/outbox-suites.ts';
import { postgresServer } from '../../support/postgres/postgres-server.ts';
import { postgresStores } from '../../support/postgres/postgres-stores.ts';

const server = await postgresServer();

describe('PostgreSQL store as acceptor', () =>
  testAcceptor(async () => {
    const { intakeStore, close } = await postgresStores(server);
    return { acceptor: intakeStore.outbox, close };
  }));

/** Each process under its own login: what intake's may not do, it is seen here not to need. */
describe('PostgreSQL store as outbox', () =>
  testOutbox(async (until?: KeepBody) => {
    const { intakeStore, courierStore, close } = await postgresStores(server, { until });
    const accept = intakeStore.outbox.accept;
    return { outbox: { ...courierStore.outbox, accept }, keys: courierStore.keys, close };
  }));
