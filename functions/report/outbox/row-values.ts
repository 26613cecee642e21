/** A row as either engine's driver reads it. */
export type Row = Readonly<Record<string, unknown>>;

/** One column of a row as the type that the schema promises; anything else means the store was changed by hand. */
export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : wrong(column, 'text');
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : wrong(column, 'a number');
}

/** A copy, since a driver's own bytes may be part of a larger buffer with other rows in it. */
export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? new Uint8Array(value) : wrong(column, 'bytes');
}

function wrong(column: string, expected: string): never {
  throw new Error(`Column "${column}" of the store does not hold ${expected}: restore a backup.`);
}
