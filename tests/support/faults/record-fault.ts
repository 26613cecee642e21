import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Adapter } from './matrix.ts';

/** What one test put in, how often, and what came of it. Nothing of any report is in it. */
export interface FaultRecord {
  /** Of the fault matrix, such as `F15`. */
  readonly row: string;
  readonly adapter: Adapter;
  /** What was put in, in words; the same words in every run. */
  readonly injected: string;
  readonly times: number;
  /** What came of it, in words. */
  readonly result: string;
}

/** Writes the record down for `npm run faults`, one file a process; says nothing when no such run is under way. */
export function recordFault(record: FaultRecord): void {
  const { KTS_FAULT_RECORDS: folder = '' } = process.env;
  if (folder === '') return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(path.join(folder, `${process.pid}.jsonl`), `${JSON.stringify(record)}\n`);
}
