import { statfsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Outbox } from '../outbox.ts';
import { type KeepBody, retention } from '../retention.ts';
import type { Store, StoreRole } from '../store.ts';
import { acceptReports } from './accept-reports.ts';
import { claimEnvelopes } from './claim-envelopes.ts';
import { countEnvelopes } from './count-envelopes.ts';
import { embeddedKeys, embeddedPulse } from './embedded-keys.ts';
import { groupCommit } from './group-commit.ts';
import { openDatabase } from './open-database.ts';
import { openEnvelope } from './open-envelopes.ts';
import { releaseLeases } from './release-leases.ts';
import { takeLock } from './role-lock.ts';
import { settleDead, settleDelivered, settleRetry } from './settle-envelopes.ts';
import { prepareFolder, type StoreFiles, storeFiles } from './store-files.ts';
import { tidyStore } from './tidy-store.ts';

export interface EmbeddedStoreOptions {
  /** DATA_DIR. The store makes and owns the folder `outbox` in it. */
  readonly dataDir: string;
  /** One process of each role at a time; a second one is refused at start. */
  readonly role: StoreRole;
  /** Free space below which nothing is accepted; the disk's own figure unless a test hands one in. */
  readonly freeBytes?: (() => number) | undefined;
  /** What ends the keeping of a body; `retention.until` unless a test hands one in. */
  readonly until?: KeepBody | undefined;
}

/**
 * The store of a single machine: one SQLite file, durable before anything is called stored. Rejects with one sentence
 * and a next step when another process has the role, the file is damaged, or the disk cannot keep the promise.
 */
export async function openEmbeddedStore({ dataDir, role, freeBytes, until }: EmbeddedStoreOptions): Promise<Store> {
  const files = storeFiles(dataDir);
  const { database, lock } = openWithRole(files, role);
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    database.close();
    lock.release();
  };
  const outbox = embeddedOutbox(database, {
    close,
    freeBytes: freeBytes ?? (() => freeBytesOf(files.folder)),
    until: until ?? retention.until,
  });
  return { outbox, keys: embeddedKeys(database, role), pulse: embeddedPulse(database), close };
}

function openWithRole(files: StoreFiles, role: StoreRole) {
  prepareFolder(files);
  const lock = takeLock(files.folder, role);
  try {
    const database = openDatabase(files, role);
    if (role === 'courier') releaseLeases(database);
    return { database, lock };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

interface OutboxParts {
  close(): Promise<void>;
  freeBytes(): number;
  readonly until: KeepBody;
}

function embeddedOutbox(database: DatabaseSync, { close, freeBytes, until }: OutboxParts): Outbox {
  const claim = claimEnvelopes(database);
  const [done, retry, dead] = [settleDelivered(database, until), settleRetry(database), settleDead(database)];
  const [opened, stats] = [openEnvelope(database), countEnvelopes(database)];
  const tidy = tidyStore(database, until);
  return {
    accept: groupCommit(acceptReports(database, freeBytes)),
    claim: async (now, limit) => claim(now, limit),
    done: async (held, now) => done(held, now),
    retry: async (held, dueAt, ambiguous) => retry(held, dueAt, ambiguous),
    dead: async (held, now) => dead(held, now),
    opened: async (id, recipient, now) => opened(id, recipient, now),
    stats: async (now) => stats(now),
    tidy: async (now) => tidy(now),
    close,
  };
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
