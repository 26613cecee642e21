import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { moveFromEmbedded } from '../outbox/embedded/move-from-embedded.ts';
import { moveToEmbedded } from '../outbox/embedded/move-to-embedded.ts';
import { moveKeys, moveStore } from '../outbox/move-store.ts';
import type { MoveSource, MoveTarget } from '../outbox/transfer.ts';
import { readPlain } from '../settings/read-named.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { CommandInput } from './command.ts';

/** What leaves which store: everything, or only what both must know of the days' keys before the site changes over. */
type Leaving = 'all' | 'keys';

interface Stores {
  readonly dataDir: string;
  readonly url: string;
  readonly now: number;
}

/** Both ends of a move; the driver of PostgreSQL is loaded for one only. The source first: it may be in use. */
const directions = {
  'to-postgres': {
    source: async ({ dataDir }: Stores, leaving: Leaving) => moveFromEmbedded(dataDir, leaving),
    target: async ({ url }: Stores) => (await import('../outbox/postgres/move-to-postgres.ts')).moveToPostgres(url),
  },
  'to-embedded': {
    source: async ({ url, now }: Stores, leaving: Leaving) =>
      (await import('../outbox/postgres/move-from-postgres.ts')).moveFromPostgres({ url, leaving, now }),
    target: async ({ dataDir }: Stores) => moveToEmbedded(dataDir),
  },
} as const;

const usage =
  'Use `npm run move -- to-postgres` or `npm run move -- to-embedded`, with `keys` after it for the keys only.';

/** `npm run move -- to-postgres`: all that the embedded store keeps goes to PostgreSQL; or back, or only the keys. */
export async function move({ args, env, folder, now, print }: CommandInput): Promise<number> {
  const { direction, leaving } = readArguments(args);
  const stores = { ...readStores(env, folder), now: now.getTime() };
  await between(stores, { direction, leaving }, async (source, target) => {
    if (leaving === 'keys') {
      await moveKeys({ source, target });
      print('Both stores know the same keys now. Start the site on the new store, then move the rest.');
      return;
    }
    const moved = await moveStore({ source, target, newId: randomUUID });
    print(`moved ${moved} reports, sealed as they were, with the keys of their days and the counts.`);
    print('Nothing of them is left in the old store: remove it when nothing runs on it any more.');
  });
  return 0;
}

function readArguments([name = '', what = 'all', ...more]: readonly string[]) {
  const isDirection = name === 'to-postgres' || name === 'to-embedded';
  if (!isDirection || (what !== 'all' && what !== 'keys') || more.length > 0) throw new SettingsError(usage);
  return { direction: directions[name], leaving: what } as const;
}

/** The courier's right to private keys is needed, so its URL is used where it has one of its own. */
function readStores(env: CommandInput['env'], folder: string): Omit<Stores, 'now'> {
  const dataDir = readPlain('DATA_DIR', env);
  const url = readPlain('COURIER_DATABASE_URL', env) ?? readPlain('DATABASE_URL', env);
  if (dataDir === undefined || url === undefined) {
    throw new SettingsError('Set both DATA_DIR, where the embedded store is or will be, and DATABASE_URL.');
  }
  return { dataDir: path.resolve(folder, dataDir), url };
}

interface Chosen {
  readonly direction: (typeof directions)[keyof typeof directions];
  readonly leaving: Leaving;
}

/** Opens both stores, and closes whichever it opened. */
async function between(
  stores: Stores,
  { direction, leaving }: Chosen,
  work: (source: MoveSource, target: MoveTarget) => Promise<void>,
): Promise<void> {
  const source = await direction.source(stores, leaving);
  try {
    const target = await direction.target(stores);
    await work(source, target).finally(() => target.close());
  } finally {
    await source.close();
  }
}
