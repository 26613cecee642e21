import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** One of the two: how long, or how many requests. */
  readonly seconds?: number;
  readonly requests?: number;
  /** JSON; every request has an Idempotency-Key of its own. */
  readonly body: string;
}

export interface Loaded {
  readonly perSecond: number;
  readonly answers: number;
  /** ms, in steps of one. */
  readonly p50: number;
  readonly p99: number;
  /** Requests with another answer than 202, or none. */
  readonly failures: number;
}

const run = promisify(execFile);
const file = path.join(import.meta.dirname, 'load.ts');

/** Puts load on a server from another process, so that measuring takes no time from the server's own core. */
export async function putLoad(load: Load): Promise<Loaded> {
  const { stdout } = await run(process.execPath, [file, JSON.stringify(load)]);
  return JSON.parse(stdout);
}
