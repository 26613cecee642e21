import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface ServerProcess {
  /** Processor time used so far, µs, in steps of 10 ms. */
  cpuMicroseconds(): number;
  /** Memory it holds now, MiB. */
  residentMiB(): number;
  /** Tells it to stop and waits until it has. */
  end(): Promise<void>;
}

export interface ServerInput {
  /** A file that Node runs and that says by message when it is ready. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it prints goes to a file in here, as on a real machine; here it runs, too. */
  readonly folder: string;
}

/** Starts a server and waits until it is ready. Only these settings are in its environment. */
export async function startServer({ file, env, folder }: ServerInput): Promise<ServerProcess> {
  const logFile = path.join(folder, 'server.log');
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const gone = once(child, 'exit');
  const died = gone.then(() => {
    throw new Error(`${path.basename(file)} could not start: ${readFileSync(logFile, 'utf8')}`);
  });
  died.catch(() => undefined);
  await Promise.race([once(child, 'message'), died]);
  const pid = child.pid ?? 0;
  return {
    cpuMicroseconds: () => cpuMicroseconds(pid),
    residentMiB: () => residentMiB(pid),
    async end() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

const tickMicroseconds = 10_000;

/** User and system time of `/proc/<pid>/stat`, counted from behind the name, which may hold spaces. */
function cpuMicroseconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMicroseconds;
}

function residentMiB(pid: number): number {
  const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1024;
}
