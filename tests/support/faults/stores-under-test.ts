import { onTestFinished } from 'vitest';
import type { Store } from '../../../functions/report/outbox/store.ts';
import { openedStore } from '../courier-kit.ts';
import { postgresServer } from '../postgres/postgres-server.ts';
import { postgresStores } from '../postgres/postgres-stores.ts';

export interface StoreKind {
  readonly adapter: 'embedded' | 'postgres';
  /** A store as a courier sees it, with the key of `epochDay`; closed when the test ends. */
  open(): Promise<Store>;
}

/** A store of each engine. Called at the top of a test file: the server goes with it. */
export async function storesUnderTest(): Promise<readonly StoreKind[]> {
  const server = await postgresServer();
  return [
    { adapter: 'embedded', open: () => openedStore() },
    {
      adapter: 'postgres',
      async open() {
        const stores = await postgresStores(server);
        onTestFinished(() => stores.close());
        return stores.courierStore;
      },
    },
  ];
}
