import { setTimeout } from 'node:timers/promises';
import { asked } from './prepared-database.ts';

/** Asks until the answer is yes. */
export async function until(question: () => Promise<boolean>): Promise<void> {
  while (!(await question())) await setTimeout(20);
}

/** Until this many statements in the database wait for a lock that another has. */
export const untilWaiting = (owner: string, many: number): Promise<void> =>
  until(async () => {
    const question = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return (await asked(owner, question)).length >= many;
  });

/** Cuts every connection of the product to this database; answers how many. */
export async function cutConnections(owner: string): Promise<number> {
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'know-the-signs'`;
  return (await asked(owner, cut)).length;
}
