import { DatabaseSync } from 'node:sqlite';
import { storeFiles } from '../../../functions/report/outbox/embedded/store-files.ts';
import type { Site } from './fleet.ts';
import type { Machine } from './power-cuts.ts';

/** Intake and courier on an embedded store, as one machine that can lose its power. */
export function embeddedMachine({ intake, courier, url, dataDir }: Site): Machine {
  const { database } = storeFiles(dataDir);
  return {
    url,
    async start() {
      await courier.start();
      await intake.start();
    },
    freeze() {
      intake.freeze();
      courier.freeze();
    },
    async kill() {
      await Promise.all([intake.kill(), courier.kill()]);
    },
    reports: async () => new Set(columnOf(database, 'SELECT id AS value FROM report')),
    integrity: async () => columnOf(database, 'SELECT integrity_check AS value FROM pragma_integrity_check').join(', '),
  };
}

function columnOf(file: string, sql: string): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    return database
      .prepare(sql)
      .all()
      .map(({ value }) => String(value));
  } finally {
    database.close();
  }
}
