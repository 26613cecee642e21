// Plain JavaScript: it runs before anything is installed, on any Node from 20 on.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stampFile = path.join(root, 'node_modules/.stamp');

/** What is installed here belongs to this lock file and this kind of machine. */
function wanted() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted();

/** The npm that runs this script, else the one on the PATH. No package may run a script of its own. */
function install() {
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const [command, leading] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const shell = npm === undefined && process.platform === 'win32';
  return spawnSync(command, [...leading, ...options], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell })
    .status;
}

if (!isInstalled()) {
  await withLock(path.join(root, '.build/setup.lock'), async () => {
    if (isInstalled()) return;
    console.error('Installing what this project needs …');
    if (install() !== 0) {
      console.error('npm ci did not finish: mend what it says above, then run the same command again.');
      process.exitCode = 1;
      return;
    }
    writeFileSync(stampFile, wanted());
  });
}
