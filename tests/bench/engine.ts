import type { Store, StoreRole } from '../../functions/report/outbox/store.ts';
import type { BenchSite } from './bench-site.ts';
import type { Rival } from './contender.ts';

type Environment = Readonly<Record<string, string>>;

/** An engine whose processes are measured. */
export interface Engine {
  readonly name: 'embedded' | 'PostgreSQL';
  /** An empty store whose keys are published. */
  newStore(site: BenchSite, name: string): Promise<BenchStore>;
  /** Ends what it started and removes everything. */
  remove(): Promise<void>;
}

export interface BenchStore {
  /** Where a process of it runs; with an embedded store, the store is in here. */
  readonly folder: string;
  /** Settings that lead intake, or a courier, to it. */
  readonly intake: Environment;
  readonly courier: Environment;
  /** The bare handler of this engine, with an empty database of its own on the same disk or server. */
  readonly rival: Rival;
  /** One question in SQL with the same words in both engines. */
  ask(question: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Adds reports with an envelope each that is due, and whose body is as long as a real one and zeros. */
  fill(reports: number): Promise<void>;
  /** Opened in this process, as the product opens it. */
  open(role: StoreRole): Promise<Store>;
  remove(): Promise<void>;
}

/** A sealed mail of the smallest class: 4 KiB and what a box adds (`steps/seal.ts`). */
export const filledBody = 4096 + 1 + 32 + 16;
