import { DatabaseSync } from 'node:sqlite';
import { openEmbeddedStore } from '../../../functions/report/outbox/embedded/open-embedded-store.ts';
import { storeFiles } from '../../../functions/report/outbox/embedded/store-files.ts';
import type { KeepBody } from '../../../functions/report/outbox/retention.ts';
import type { Store } from '../../../functions/report/outbox/store.ts';
import { type KeptRow, type KeptTable, keptColumns } from '../../../functions/report/outbox/transfer.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export type Contents = Readonly<Record<KeptTable, readonly KeptRow[]>>;

/** Where a store is, empty at first: it can be worked on, moved from and to, and looked into. */
export interface PlaceUnderMove {
  /** For `sourceAt` and `targetAt`. */
  readonly address: string;
  /** With the courier's rights; closed by whoever opened it. */
  open(until?: KeepBody): Promise<Store>;
  contents(): Promise<Contents>;
}

/** Two empty stores. */
export type MakePlaces = () => Promise<readonly [from: PlaceUnderMove, to: PlaceUnderMove]>;

/** What to read of each table, in an order that is the same everywhere. */
export const everything: readonly (readonly [KeptTable, string])[] = [
  ['epoch_key', 'day'],
  ['report', 'id'],
  ['outbox', 'id, recipient'],
  ['day_count', 'day, rule'],
].map(([table, order]) => [
  table as KeptTable,
  `SELECT ${keptColumns[table as KeptTable].join(', ')} FROM ${table} ORDER BY ${order}`,
]);

export function embeddedPlace(dataDir = temporaryFolder()): PlaceUnderMove {
  return {
    address: dataDir,
    open: (until) => openEmbeddedStore({ dataDir, role: 'courier', until }),
    contents: async () => {
      const database = new DatabaseSync(storeFiles(dataDir).database, { readOnly: true, timeout: 5000 });
      const read = everything.map(([table, sql]) => [table, database.prepare(sql).all().map(plain)]);
      database.close();
      return Object.fromEntries(read);
    },
  };
}

/** A row that compares with one of another engine: bytes as text. */
export const plain = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ]),
  );
