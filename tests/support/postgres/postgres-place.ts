import { connect } from '../../../functions/report/outbox/postgres/connect.ts';
import { openPostgresStore } from '../../../functions/report/outbox/postgres/open-postgres-store.ts';
import { everything, type PlaceUnderMove, plain } from '../outbox/place-under-move.ts';
import { preparedDatabase } from './prepared-database.ts';
import type { PostgresServer } from './start-postgres.ts';

/** A fresh store in a database of its own, worked on and moved by the courier's login. */
export async function postgresPlace(server: PostgresServer): Promise<PlaceUnderMove> {
  const { courier: url } = await preparedDatabase(server);
  return {
    address: url,
    open: (until) => openPostgresStore({ url, role: 'courier', until }),
    contents: async () => {
      const pool = connect(url, 1);
      const read = [];
      for (const [table, sql] of everything) read.push([table, (await pool.query(sql)).rows.map(plain)]);
      await pool.end();
      return Object.fromEntries(read);
    },
  };
}
