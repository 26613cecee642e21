import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { reportForPolice } from './reports.ts';

const patienceMs = 15_000;

export interface Start {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Whether its first sign is the answer to a report, or that it says it is ready. */
  readonly sign: 'answer' | 'ready';
  /** Options of Node itself. */
  readonly options?: readonly string[];
}

/** Milliseconds from `spawn` to the end of the answer to a report, 202, or to the message "ready". Then it is killed. */
export async function firstSign({ file, env, folder, sign, options = [] }: Start): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...options, file], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', ...(sign === 'ready' ? (['ipc'] as const) : [])],
  });
  const gone = once(child, 'exit');
  try {
    if (sign === 'ready') await once(child, 'message', { signal: AbortSignal.timeout(patienceMs) });
    else await answered(file, port);
    return performance.now() - started;
  } finally {
    child.kill('SIGKILL');
    await gone;
  }
}

async function answered(file: string, port: number): Promise<void> {
  const latest = performance.now() + patienceMs;
  for (;;) {
    const status = await post(port);
    if (status === 202) return;
    if (status !== undefined) throw new Error(`${file} answered ${status} and not 202.`);
    if (performance.now() > latest) throw new Error(`${file} did not answer within ${patienceMs / 1000} s.`);
    await wait(2);
  }
}

/** The status of one report, or `undefined` while nobody listens. */
function post(port: number): Promise<number | undefined> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return new Promise((resolve) => {
    const asking = request({ host: '127.0.0.1', port, method: 'POST', path: '/api/report', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    asking.on('error', () => resolve(undefined));
    asking.end(reportForPolice);
  });
}
