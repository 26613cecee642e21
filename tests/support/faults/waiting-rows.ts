import { DatabaseSync } from 'node:sqlite';
import { storeFiles } from '../../../functions/report/outbox/embedded/store-files.ts';

const due = `SELECT count(*) AS n FROM outbox WHERE state IN ('due', 'leased') AND role <> 'then'`;

/** Envelopes of an embedded store that have not gone and should; second contacts have their own time. */
export async function waitingRows(dataDir: string): Promise<number> {
  const database = new DatabaseSync(storeFiles(dataDir).database, { readOnly: true, timeout: 5000 });
  try {
    return Number(database.prepare(due).get()?.['n']);
  } finally {
    database.close();
  }
}
