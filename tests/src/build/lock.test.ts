import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { withLock } from '../../../src/build/lock.mjs';
import { runNode } from '../../support/run-node.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('a lock', () => {
  test('is held while a task runs and given back afterwards, also when the task fails', async () => {
    const folder = path.join(temporaryFolder(), 'lock');
    expect(await withLock(folder, async () => existsSync(folder))).toBe(true);
    expect(existsSync(folder)).toBe(false);
    await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(folder)).toBe(false);
  });

  test('is taken over from a process that is gone', async () => {
    const folder = path.join(temporaryFolder(), 'lock');
    const dead = runNode(['-e', '']);
    await dead.ended;
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'pid'), String(dead.child.pid));
    expect(await withLock(folder, async () => 'taken')).toBe('taken');
  });

  test('lets five processes through one after the other', async () => {
    const folder = temporaryFolder();
    const log = path.join(folder, 'log');
    const lock = path.resolve(import.meta.dirname, '../../../src/build/lock.mjs');
    const code = `
      import { appendFileSync } from 'node:fs';
      import { setImmediate } from 'node:timers/promises';
      const { withLock } = await import(${JSON.stringify(lock)});
      await withLock(${JSON.stringify(path.join(folder, 'lock'))}, async () => {
        appendFileSync(${JSON.stringify(log)}, '(');
        for (let turn = 0; turn < 1000; turn += 1) await setImmediate();
        appendFileSync(${JSON.stringify(log)}, ')');
      });
    `;
    const all = Array.from({ length: 5 }, () => runNode(['--input-type=module', '-e', code]).ended);
    for (const { code: exit, stderr } of await Promise.all(all))
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(readFileSync(log, 'utf8')).toBe('()()()()()');
  });
});
