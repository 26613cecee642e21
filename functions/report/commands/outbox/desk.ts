import type { DeadLetters } from '../../outbox/dead-letters.ts';
import type { OutboxStats } from '../../outbox/outbox.ts';

/** The store as an operator may see it, beside the site that holds it: numbers, and what is dead. No key and no report. */
export interface Desk {
  stats(now: number): Promise<OutboxStats>;
  /** When a courier last said that it lives. */
  lastBeat(): Promise<number | undefined>;
  readonly dead: DeadLetters;
  /** Makes sure that what was erased cannot be read back from the disk; the courier does it too. */
  tidy(now: number): Promise<void>;
  close(): Promise<void>;
}

/** `look` changes nothing; `change` can act on dead letters. */
export type DeskWay = 'look' | 'change';
