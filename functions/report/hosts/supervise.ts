import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Environment } from '../settings/read-named.ts';

/** One process to keep running: a file that calls `runProcess`. */
export interface Supervised {
  readonly file: string;
  readonly env: Environment;
}

export interface Supervision {
  /** Resolves when every process has started; rejects when one of them could not. */
  readonly ready: Promise<void>;
  /** Stops all of them and resolves when they are gone, within 10 s. */
  stop(): Promise<void>;
}

/** A process that ran and died comes back at once; one that dies while it starts comes back later each time. */
const waits = { first: 100, longest: 10_000 } as const;
const longestStop = 9_500;

/**
 * Starts the processes and starts again each one that dies. One that cannot start at all, since a setting or a file is
 * wrong, is not tried again: it has said why.
 */
export function supervise(processes: readonly Supervised[]): Supervision {
  const stopping = new AbortController();
  const kept = processes.map((one) => keep(one, stopping.signal));
  return {
    ready: Promise.all(kept.map(({ ready }) => ready)).then(() => undefined),
    async stop() {
      stopping.abort();
      await Promise.all(kept.map(({ gone }) => gone));
    },
  };
}

interface Kept {
  readonly ready: Promise<void>;
  /** Resolves after `stopping`, when nothing runs any more. */
  readonly gone: Promise<void>;
}

function keep(one: Supervised, stopping: AbortSignal): Kept {
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  const run = async () => {
    let pause: number = waits.first;
    let everReady = false;
    while (!stopping.aborted) {
      const wasReady = await runOnce(one, stopping, resolve);
      everReady ||= wasReady;
      if (!everReady && !stopping.aborted) return reject(new Error('It could not start.'));
      pause = wasReady ? waits.first : Math.min(pause * 2, waits.longest);
      await wait(pause, undefined, { signal: stopping }).catch(() => undefined);
    }
  };
  return { ready, gone: run() };
}

/** Runs one process until it ends; answers whether it had started whole. */
async function runOnce({ file, env }: Supervised, stopping: AbortSignal, whenReady: () => void): Promise<boolean> {
  const child = spawn(process.execPath, [file], { env: { ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let isReady = false;
  child.once('message', () => {
    isReady = true;
    whenReady();
  });
  const stop = () => stopChild(child);
  stopping.addEventListener('abort', stop);
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  stopping.removeEventListener('abort', stop);
  return isReady;
}

/** Cutting the line to a process tells it to stop, on every system; one that does not is ended. */
function stopChild(child: ChildProcess): void {
  if (child.connected) child.disconnect();
  setTimeout(() => child.kill('SIGKILL'), longestStop).unref();
}
