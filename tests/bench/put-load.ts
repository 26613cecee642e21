import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** JSON; every request has an Idempotency-Key of its own. */
  readonly body: string;
}

export interface Loaded {
  readonly perSecond: number;
  readonly answers: number;
  /** ms, in steps of one. */
  readonly p50: number;
  readonly p99: number;
  /** Requests without any answer. */
  readonly failures: number;
  /** Status → how many. */
  readonly statuses: Readonly<Record<string, number>>;
}

const run = promisify(execFile);
const file = path.join(import.meta.dirname, 'load.ts');

/** Puts load on a server from another process, so that measuring costs the server nothing but the other core. */
export async function putLoad(load: Load): Promise<Loaded> {
  const { stdout } = await run(process.execPath, [file, JSON.stringify(load)]);
  return JSON.parse(stdout);
}
