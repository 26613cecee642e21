import { existsSync } from 'node:fs';
import { messageOf } from '../contract/message-of.ts';

/** What a process of ours is once it runs. */
export interface Running {
  /** Resolves when it does its work; without it, it does so from the start. */
  readonly ready?: Promise<void> | undefined;
  /** Takes nothing new, ends what is under way, and gives back what it holds. */
  stop(): Promise<void>;
}

/** Set by `start`, which has read `.env` already and gives each process only what is its own. */
export const supervised = 'KTS_SUPERVISED';

/** How long a process may take to stop, ms; what it then still holds is safe in the store. */
const longestStop = 9_000;

/**
 * Runs one process: settings from `.env` where there is one, a fault at start as one sentence and exit code 1, a clean
 * stop when it is told to or when the process that started it is gone.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  if (process.env[supervised] === undefined) loadEnvironment();
  const told = whenTold();
  try {
    const running = await start();
    void told.then(() => stopAndExit(running));
    await running.ready;
    // Whoever started it may be gone by now; then it is about to stop.
    process.send?.('ready', () => undefined);
  } catch (fault) {
    console.error(sentenceOf(fault));
    process.exit(1);
  }
}

/** Reads `.env` of the folder it was started in; what is set already stays. */
export function loadEnvironment(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** A fault as one line; the stack would say where in the program, which mends no setting. */
export function sentenceOf(fault: unknown): string {
  return messageOf(fault).replaceAll(/\s*\n\s*/g, ' ');
}

/** Resolves when this process is told to stop, also while it still starts. */
function whenTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
    process.on('disconnect', () => resolve());
    const { npm_lifecycle_event: byNpm } = process.env;
    if (byNpm !== undefined && process.send === undefined) whenOrphaned(resolve);
  });
}

/** npm passes a signal to its shell, which dies of it and tells nobody: then the process that started us is another. */
function whenOrphaned(orphaned: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) orphaned();
  }, 500);
  watch.unref();
}

function stopAndExit(running: Running): void {
  setTimeout(() => process.exit(0), longestStop).unref();
  running.stop().then(
    () => process.exit(0),
    (fault: unknown) => {
      console.error(sentenceOf(fault));
      process.exit(1);
    },
  );
}
