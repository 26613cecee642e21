import { existsSync } from 'node:fs';

/** What a process of ours is once it runs. */
export interface Running {
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
  try {
    const running = await start();
    stopWhenTold(running);
    process.send?.('ready');
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
  const text = fault instanceof Error ? fault.message : String(fault);
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

function stopWhenTold(running: Running): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), longestStop).unref();
    running.stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        console.error(sentenceOf(fault));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
}
