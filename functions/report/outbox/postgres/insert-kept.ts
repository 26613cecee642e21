import type { ClientBase } from 'pg';
import { columnsOf, type KeptRow, type KeptTable, keptColumns } from '../transfer.ts';

/** Writes a row as it stands; answers whether there was none like it. */
export async function insertKept(client: ClientBase, table: KeptTable, row: KeptRow): Promise<boolean> {
  const columns = keptColumns[table];
  const places = columns.map((_column, index) => `$${index + 1}`).join(', ');
  const { rowCount } = await client.query(
    `INSERT INTO ${table} (${columnsOf(table)}) VALUES (${places}) ON CONFLICT DO NOTHING`,
    columns.map((column) => row[column] ?? null),
  );
  return rowCount === 1;
}
