import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { outputs } from './outputs.ts';
import { root } from './root.ts';

/** `npm start`. The build runs in a process of its own, so that the one that stays for months is small. */
export async function run(): Promise<number> {
  const parent = process.ppid;
  const code = await prepare();
  if (code !== 0) return code;
  if (process.ppid !== parent) return 1; // npm was stopped meanwhile, which it tells its shell only
  await import(pathToFileURL(path.join(outputs.functionDir, 'start.js')).href);
  return 0;
}

function prepare(): Promise<number> {
  const child = spawn(process.execPath, [path.join(root, 'src/build/run.mjs'), 'prepare'], { stdio: 'inherit' });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      process.off('SIGTERM', stop);
      resolve(code ?? 1);
    });
  });
}
