import type { DatabaseSync } from 'node:sqlite';

/** Who holds the courier's lock has a dead predecessor: its leases are nobody's, and what it was sending may have arrived. */
export function releaseLeases(database: DatabaseSync): void {
  database.exec(`UPDATE outbox SET state = 'due', lease_until = NULL, ambiguous = 1 WHERE state = 'leased'`);
}
