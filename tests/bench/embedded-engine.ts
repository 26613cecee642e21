import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEmbeddedStore } from '../../functions/report/outbox/embedded/open-embedded-store.ts';
import { storeFiles } from '../../functions/report/outbox/embedded/store-files.ts';
import { type Engine, filledBody } from './engine.ts';

/** The store of a single machine: one SQLite file in the folder. */
export async function embeddedEngine(): Promise<Engine> {
  return {
    name: 'embedded',
    async newStore(site, name) {
      const folder = site.newFolder(name);
      const dataDir = path.join(folder, 'data');
      const { database } = storeFiles(dataDir);
      return {
        folder,
        intake: {},
        courier: {},
        rival: { name: 'bare', env: { DATABASE: path.join(folder, 'bare.db') } },
        ask: async (question) => whileOpen(database, (open) => open.prepare(question).all()),
        fill: async (reports) => whileOpen(database, (open) => fill(open, reports)),
        open: (role) => openEmbeddedStore({ dataDir, role }),
        remove: async () => site.removeFolder(folder),
      };
    },
    remove: async () => undefined,
  };
}

function whileOpen<T>(file: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    return use(database);
  } finally {
    database.close();
  }
}

const reportsAtOnce = 50_000;

/** Not kept through a power cut while it is filled, which is quicker; what is measured afterwards is. */
function fill(database: DatabaseSync, reports: number): void {
  database.exec('PRAGMA synchronous = OFF');
  for (let left = reports; left > 0; left -= reportsAtOnce) {
    database.exec(`
      BEGIN;
      CREATE TEMP TABLE made AS
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.min(left, reportsAtOnce)})
        SELECT lower(hex(randomblob(16))) AS id, unixepoch() * 1000 - 86400000 + ${left} - i AS at FROM n;
      INSERT INTO report (id, receipt_hash, rule, day, state)
        SELECT id, randomblob(32), 'criminal', date(at / 1000, 'unixepoch'), 'queued' FROM made;
      INSERT INTO outbox (id, recipient, role, rank, state, due_at, first_due_at, epoch, sealed, accepted_at)
        SELECT id, 'police', 'primary', 0, 'due', at, at, (SELECT max(day) FROM epoch_key), zeroblob(${filledBody}), at
        FROM made;
      DROP TABLE made;
      COMMIT`);
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
