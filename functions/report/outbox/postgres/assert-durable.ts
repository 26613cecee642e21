import type { Row } from '../row-values.ts';

/** What must hold before a report is called stored, and what it may be. */
const promises = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
} as const;

export const durableSettings = Object.keys(promises);

/** Throws for a connection whose "stored" would not survive a power cut. */
export function assertDurable(found: Row): void {
  for (const [name, allowed] of Object.entries<readonly string[]>(promises)) {
    const value = String(found[name]);
    if (allowed.includes(value)) continue;
    throw new Error(`PostgreSQL has ${name} = ${value}, so a power cut would lose reports: set it to ${allowed[0]}.`);
  }
}
