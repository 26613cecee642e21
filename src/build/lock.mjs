// Plain JavaScript: it runs before anything is installed, on any Node from 20 on.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const pause = 200;
/** No install and no build takes longer, ms. */
const longest = 60 * 60_000;
/** What renaming onto a folder that is there already is called on Linux, macOS and Windows. */
const taken = ['ENOTEMPTY', 'EEXIST', 'EPERM'];

/**
 * Runs a task while no other command runs one under the same folder; waits for its turn. A lock left by a process that
 * is gone is taken over.
 * @template T
 * @param {string} folder  is made while the lock is held
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withLock(folder, task) {
  mkdirSync(path.dirname(folder), { recursive: true });
  while (!take(folder)) await wait(pause);
  try {
    return await task();
  } finally {
    clear(folder);
  }
}

/**
 * Out of the way in one step, then erased: a lock that is erased where it stands is an empty folder for a moment, and
 * another process may already have put its own there.
 * @param {string} folder
 */
function clear(folder) {
  const aside = `${folder}-cleared-${process.pid}`;
  try {
    renameSync(folder, aside);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

/**
 * The lock is made whole, with its holder's number inside, and then renamed: that works for one process only.
 * @param {string} folder
 */
function take(folder) {
  const mine = `${folder}-${process.pid}`;
  rmSync(mine, { recursive: true, force: true });
  mkdirSync(mine);
  writeFileSync(path.join(mine, 'pid'), String(process.pid));
  try {
    renameSync(mine, folder);
    return true;
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    if (!taken.some((code) => isCode(error, code))) throw error;
    if (isLeft(path.join(folder, 'pid'))) clear(folder);
    return false;
  }
}

/**
 * Its process is gone, or its number is ours or has been given to another process since.
 * @param {string} holder
 */
function isLeft(holder) {
  try {
    const pid = Number(readFileSync(holder, 'utf8'));
    if (pid === process.pid || Date.now() - statSync(holder).mtimeMs > longest) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
