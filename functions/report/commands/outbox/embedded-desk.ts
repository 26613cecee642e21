import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { countEnvelopes } from '../../outbox/embedded/count-envelopes.ts';
import { embeddedDeadLetters } from '../../outbox/embedded/dead-letters.ts';
import { embeddedPulse } from '../../outbox/embedded/embedded-keys.ts';
import { openDatabase } from '../../outbox/embedded/open-database.ts';
import { storeFiles } from '../../outbox/embedded/store-files.ts';
import { tidyStore } from '../../outbox/embedded/tidy-store.ts';
import { retention } from '../../outbox/retention.ts';
import type { Desk, DeskWay } from './desk.ts';

/** Opens the store's file without the role that its courier holds. `undefined` when nothing was ever stored. */
export function embeddedDesk(dataDir: string, way: DeskWay): Desk | undefined {
  const files = storeFiles(dataDir);
  if (!existsSync(files.database)) return undefined;
  // As intake: whoever acts on dead letters needs no private key either.
  const database =
    way === 'look'
      ? new DatabaseSync(files.database, { readOnly: true, timeout: 5000 })
      : openDatabase(files, 'intake');
  return {
    stats: async (now) => countEnvelopes(database)(now),
    lastBeat: () => embeddedPulse(database).last(),
    dead: embeddedDeadLetters(database),
    tidy: async (now) => void tidyStore(database, retention.until)(now),
    close: async () => database.close(),
  };
}
