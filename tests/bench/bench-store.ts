import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a box holds besides the padded mail: version, key, length, tag (`steps/seal.ts`). */
const boxOverhead = 1 + 32 + 4 + 16;

function open(dataDir: string): DatabaseSync {
  return new DatabaseSync(path.join(dataDir, 'outbox/outbox.db'), { readOnly: true, timeout: 5000 });
}

/** Lengths of mails that fill the same boxes as the product's report has, one for each of its envelopes. */
export function mailLengths(dataDir: string): readonly number[] {
  const store = open(dataDir);
  const rows = store.prepare('SELECT length(sealed) AS n FROM outbox WHERE id = (SELECT id FROM report LIMIT 1)').all();
  store.close();
  return rows.map(({ n }) => Number(n) - boxOverhead);
}

/** How many reports the product kept. */
export function storedReports(dataDir: string): number {
  const store = open(dataDir);
  const row = store.prepare('SELECT count(*) AS n FROM report').get();
  store.close();
  return Number(row?.['n']);
}
