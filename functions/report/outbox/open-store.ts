import type { Store, StoreRole } from './store.ts';

/** Where the two engines that keep reports are found. */
export type StorePlace =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * Opens the store for one process; only the engine that is used is loaded. Rejects with one sentence when it cannot be
 * trusted or used.
 */
export async function openStore(place: StorePlace, role: StoreRole): Promise<Store> {
  if (place.kind === 'postgres') {
    const { openPostgresStore } = await import('./postgres/open-postgres-store.ts');
    return openPostgresStore({ url: place.url, role });
  }
  const { openEmbeddedStore } = await import('./embedded/open-embedded-store.ts');
  return openEmbeddedStore({ dataDir: place.dataDir, role });
}
