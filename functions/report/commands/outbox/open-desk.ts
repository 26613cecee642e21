import type { Settings } from '../../settings.ts';
import type { Desk, DeskWay } from './desk.ts';

/**
 * The desk of this site's store, whose settings were read as the courier's; its engine is loaded when it is known.
 * `undefined` when nothing was ever stored.
 */
export async function openDesk(
  { store, dataDir }: Pick<Settings, 'store' | 'dataDir'>,
  way: DeskWay,
): Promise<Desk | undefined> {
  if (store.kind === 'send-through') return undefined;
  if (store.kind === 'embedded') return (await import('./embedded-desk.ts')).embeddedDesk(dataDir, way);
  return (await import('./postgres-desk.ts')).postgresDesk(store.url);
}
