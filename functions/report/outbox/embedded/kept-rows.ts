import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { columnsOf, type KeptRow, type KeptTable, keptColumns, keptRow } from '../transfer.ts';

/** A statement's rows as another store can take them. */
export function keptRows(statement: StatementSync, ...values: readonly string[]): readonly KeptRow[] {
  return statement.all(...values).map(keptRow);
}

/** Writes a row as it stands; answers whether there was none like it. */
export function insertKept(database: DatabaseSync, table: KeptTable): (row: KeptRow) => boolean {
  const columns = keptColumns[table];
  const statement = database.prepare(
    `INSERT INTO ${table} (${columnsOf(table)}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
  );
  return (row) => statement.run(...columns.map((column) => row[column] ?? null)).changes === 1;
}
