import { type Environment, readPlain } from '../../settings/read-named.ts';
import type { Settings } from '../../settings.ts';
import type { Desk, DeskWay } from './desk.ts';

/** Where reports wait, as the settings name it. */
interface StoreSettings extends Pick<Settings, 'dataDir'> {
  readonly store?:
    | { readonly kind: 'embedded' | 'send-through' }
    | { readonly kind: 'postgres'; readonly url: string }
    | undefined;
}

/** The desk of this site's store; its engine is loaded when it is known. `undefined` when nothing was ever stored. */
export async function openDesk(
  { store, dataDir }: StoreSettings,
  env: Environment,
  way: DeskWay,
): Promise<Desk | undefined> {
  if (store?.kind === 'send-through') return undefined;
  if (store?.kind !== 'postgres') return (await import('./embedded-desk.ts')).embeddedDesk(dataDir, way);
  const { postgresDesk } = await import('./postgres-desk.ts');
  return postgresDesk(readPlain('COURIER_DATABASE_URL', env) ?? store.url);
}
