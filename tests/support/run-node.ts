import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

export { freePort } from './free-port.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningNode {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when a line of the output matches; rejects when the process ends before. */
  says(pattern: RegExp): Promise<string>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

/** Starts Node on a file with only these settings in its environment; ended with the test, should it still run. */
export function runNode(args: readonly string[], settings?: Settings, cwd?: string): RunningNode {
  return runProgram([process.execPath, ...args], settings, cwd);
}

/** Starts any program likewise. */
export function runProgram(command: readonly string[], settings?: Settings, cwd?: string): RunningNode {
  const running = startProgram(command, settings, cwd);
  onTestFinished(running.stop);
  return running;
}

/** The same for what several tests share: whoever starts it ends it. */
export function startProgram(
  [program = '', ...args]: readonly string[],
  settings: Settings = {},
  cwd?: string,
): RunningNode {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const env = { PATH, HOME, ...(TMPDIR === '' ? {} : { TMPDIR }), ...settings };
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const out = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      out[name] += text;
    });
  }
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...out })));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { child, ended, stop, says: (pattern) => waitFor(pattern, { child, ended, out }) };
}

interface Watched {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly out: { readonly stdout: string; readonly stderr: string };
}

function waitFor(pattern: RegExp, { child, ended, out }: Watched): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const line = out.stdout.split('\n').find((one) => pattern.test(one));
      if (line !== undefined) resolve(line);
    };
    child.stdout?.on('data', look);
    look();
    void ended.then(({ stderr }) => reject(new Error(`It ended without saying ${pattern}. It said: ${stderr}`)));
  });
}
