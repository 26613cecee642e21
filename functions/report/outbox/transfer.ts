/** A value as it stands in a column. */
export type KeptValue = string | number | Uint8Array | null;

/** A row as it stands, by its columns' names; sealed as it is. */
export type KeptRow = Readonly<Record<string, KeptValue>>;

/** Everything a store keeps and another can take, the same in every engine. Where a courier last was is not worth moving. */
export const keptColumns = {
  epoch_key: ['day', 'public', 'wrapped_private', 'shredded_at'],
  report: ['id', 'receipt_hash', 'rule', 'day', 'state', 'keep_until'],
  outbox: [
    'id',
    'recipient',
    'role',
    'rank',
    'state',
    'due_at',
    'first_due_at',
    'attempts',
    'ambiguous',
    'epoch',
    'sealed',
    'accepted_at',
    'delivered_at',
    'opened_at',
  ],
  day_count: ['day', 'rule', 'n', 'delivered'],
} as const;

export type KeptTable = keyof typeof keptColumns;

/** The columns of a table that are moved, as a list for a statement. */
export const columnsOf = (table: KeptTable, prefix = ''): string =>
  keptColumns[table].map((column) => `${prefix}${column}`).join(', ');

/** A row as an engine read it, as another can take it. */
export function keptRow(row: Readonly<Record<string, unknown>>): KeptRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, keptValue(value)]));
}

function keptValue(value: unknown): KeptValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Uint8Array) return value;
  throw new Error('The store holds a value that no store writes: restore a backup.');
}

/**
 * Some whole reports with their envelopes, the keys of their days, and counts. A lease in the source has lapsed: its
 * envelope is due and may have arrived.
 */
export interface Batch {
  /** By which the target knows whether it has taken it, however often and however late it is handed over. */
  readonly id: string;
  readonly rows: Readonly<Record<KeptTable, readonly KeptRow[]>>;
}

/** The store that everything leaves. Nobody works on it meanwhile. */
export interface MoveSource {
  /** Keys that still open something or may yet be sealed to. */
  keys(): Promise<readonly KeptRow[]>;
  /** Days that some sealed body here needs. */
  daysInUse(): Promise<ReadonlySet<string>>;
  /** The batch that an earlier move left under way, else the next of at most `limit` reports, called `id`. */
  batch(id: string, limit: number): Promise<Batch | undefined>;
  /** Takes away what stands in the target now. */
  remove(batch: string): Promise<void>;
  /** When nothing is left: destroys the keys, and what was erased can no longer be read from the disk. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** The store that takes everything. Its intake and its courier may be at work. */
export interface MoveTarget {
  keys(): Promise<readonly KeptRow[]>;
  /** Of a day that has a key already, that one stays. */
  takeKeys(keys: readonly KeptRow[]): Promise<void>;
  /**
   * Takes a whole batch or nothing; one that it took before changes nothing. A report that stands here already wins, and
   * only gets the envelopes that it lacks; one that the source has tried is marked as a possible duplicate.
   */
  take(batch: Batch): Promise<void>;
  /** The source has let go of the batch, so it will never come again. */
  forget(batch: string): Promise<void>;
  close(): Promise<void>;
}

/** What a store throws at a batch that is sealed to another key of a day than its own. */
export function differentKeys(day: string): Error {
  return new Error(
    `The two stores have different keys for ${day}: start the site on the old store until \`npm run outbox\` says that nothing waits, then move.`,
  );
}
