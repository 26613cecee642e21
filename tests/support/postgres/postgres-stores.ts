import {
  openPostgresStore,
  type PostgresStoreOptions,
} from '../../../functions/report/outbox/postgres/open-postgres-store.ts';
import type { Store } from '../../../functions/report/outbox/store.ts';
import { epochDay } from '../a-sealed-report.ts';
import { type PreparedDatabase, preparedDatabase } from './prepared-database.ts';
import type { PostgresServer } from './start-postgres.ts';

export interface PostgresStores extends PreparedDatabase {
  readonly intakeStore: Store;
  readonly courierStore: Store;
  close(): Promise<void>;
}

/** A fresh store as both processes see it, with the key of `epochDay` published. */
export async function postgresStores(
  server: PostgresServer,
  options: Partial<PostgresStoreOptions> = {},
): Promise<PostgresStores> {
  const database = await preparedDatabase(server);
  const courierStore = await openPostgresStore({ ...options, url: database.courier, role: 'courier' });
  await courierStore.keys.publish({ day: epochDay, publicKey: Buffer.alloc(32, 1), wrapped: Buffer.alloc(64, 1) });
  const intakeStore = await openPostgresStore({ ...options, url: database.intake, role: 'intake' });
  const close = async () => void (await Promise.all([intakeStore.close(), courierStore.close()]));
  return { ...database, intakeStore, courierStore, close };
}
