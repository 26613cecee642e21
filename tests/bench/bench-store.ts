import type { BenchStore } from './engine.ts';

/** What a box holds besides the padded mail: version, key, length, tag (`steps/seal.ts`). */
const boxOverhead = 1 + 32 + 4 + 16;

/** Lengths of mails that fill the same boxes as the product's report has, one for each of its envelopes. */
export async function mailLengths(store: BenchStore): Promise<readonly number[]> {
  const rows = await store.ask('SELECT length(sealed) AS n FROM outbox WHERE id = (SELECT id FROM report LIMIT 1)');
  return rows.map(({ n }) => Number(n) - boxOverhead);
}

/** How many reports the product kept. */
export async function storedReports(store: BenchStore): Promise<number> {
  const [row] = await store.ask('SELECT count(*) AS n FROM report');
  return Number(row?.['n']);
}
