import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Stops a process and its children where they are, as a power cut would: none of them does or says one thing more. */
export function freezeTree(pid: number): readonly number[] {
  // The parent first, so that it starts no other while its children are counted.
  signal(pid, 'SIGSTOP');
  const all = [
    pid,
    ...processes()
      .filter(({ parent }) => parent === pid)
      .map((child) => child.pid),
  ];
  for (const each of all) signal(each, 'SIGSTOP');
  return all;
}

/** Kills a process and its children at once, and waits until none of them runs. */
export async function killTree(pid: number): Promise<void> {
  const all = freezeTree(pid);
  for (const each of all) signal(each, 'SIGKILL');
  while (all.some(running)) await setTimeout(10);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
}

function processes(): readonly Process[] {
  if (!existsSync('/proc/self/stat')) return listed();
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(stat(Number(name))[1]) }));
}

const listed = (): readonly Process[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0]) => ({ pid, parent }));

/** State, parent and so on: what follows the name, which may hold spaces, in its brackets. */
function stat(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

/** One that ended and that nobody has asked about yet (`Z`) runs no more. */
function running(pid: number): boolean {
  if (existsSync('/proc/self/stat')) return !['Z', 'X', undefined].includes(stat(pid)[0]);
  return signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
