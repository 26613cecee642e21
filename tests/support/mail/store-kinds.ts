import { openPostgresStore } from '../../../functions/report/outbox/postgres/open-postgres-store.ts';
import type { Store } from '../../../functions/report/outbox/store.ts';
import { openedStore, withKeys } from '../courier-kit.ts';
import { postgresServerLater } from '../postgres/postgres-server.ts';
import { preparedDatabase } from '../postgres/prepared-database.ts';

/** A store that a courier works on, made anew for each test and closed when it ends. */
export interface StoreKind {
  readonly adapter: 'embedded' | 'postgres';
  open(): Promise<Store>;
}

/** Both, for a test file that calls it once: the database server is that file's own. */
export function storeKinds(): readonly StoreKind[] {
  const server = postgresServerLater();
  return [
    { adapter: 'embedded', open: () => openedStore() },
    {
      adapter: 'postgres',
      async open() {
        const { owner } = await preparedDatabase(server());
        return withKeys(await openPostgresStore({ url: owner, role: 'courier' }));
      },
    },
  ];
}
