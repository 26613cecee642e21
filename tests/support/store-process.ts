import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const script = path.resolve('tests/fixtures/store-process.ts');

export interface StoreProcess {
  readonly pid: number;
  /** What it said when it was ready, or why it refused. */
  readonly said: unknown;
  /** Ends it as a power cut would: nothing of it runs any more. */
  kill(): Promise<void>;
}

/** Starts `tests/fixtures/store-process.ts` and waits for what it says. It goes when the test ends. */
export async function storeProcess(task: string, dataDir: string, role: 'intake' | 'courier'): Promise<StoreProcess> {
  const child = spawn(process.execPath, [script, task, dataDir, role], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => kill(child));
  const [line] = await once(createInterface(child.stdout), 'line');
  return { pid: child.pid ?? 0, said: JSON.parse(String(line)), kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
