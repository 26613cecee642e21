/**
 * `npm run coverage`: which branches of `functions/` the tests go, in their own workers and in every process of the
 * built product that they start. One line a file that has some left, then the sum. Exit code 1 below the goal.
 * `npm run coverage -- tests/functions/mail` runs some tests only and lists what they leave.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../../src/build/find-chromium.mjs';
import { addScript, type FileBranches, fileBranches } from './count-branches.ts';
import type { RanScript } from './ran-script.ts';

const goal = 95;
const folder = mkdtempSync(path.join(tmpdir(), 'kts-coverage-'));
const [workers, processes] = ['workers', 'processes'].map((name) => path.join(folder, name)) as [string, string];
mkdirSync(workers);
const asked = process.argv.slice(2);

// What was built without source maps is built again, and again without them at the end.
const stamp = path.join('dist-function', 'stamp');
rmSync(stamp, { force: true });
const vitest = path.join('node_modules', 'vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'tests/support/coverage/vitest.config.ts', '--reporter=dot', ...asked],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...{ ASTRO_TELEMETRY_DISABLED: '1', CHROMIUM_PATH: findChromium() ?? '' },
      ...{ KTS_COVERAGE: workers, NODE_V8_COVERAGE: processes },
    },
  },
);

const files = new Map(globSync('functions/report/**/*.ts').map((file) => [file, fileBranches(file)]));
for (const name of readdirSync(workers)) for (const script of readJson(path.join(workers, name))) add(script);
for (const script of builtScripts()) add(script);
rmSync(folder, { recursive: true, force: true });
rmSync(stamp, { force: true });
report([...files.values()].sort((one, other) => one.file.localeCompare(other.file)));

function add(script: RanScript): void {
  addScript(files, script);
}

function readJson(file: string): readonly RanScript[] {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Nothing where the process was killed while it wrote; what it ran is then not counted, and that is said. */
function readWhole(file: string): readonly RanScript[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).result;
  } catch {
    console.log(`Not counted, since it was cut short: ${path.basename(file)}`);
    return [];
  }
}

/** What the processes of the built product ran, as each wrote it down when it ended by itself. */
function* builtScripts(): Generator<RanScript> {
  if (!existsSync(processes)) return;
  for (const name of readdirSync(processes)) {
    for (const { url, functions } of readWhole(path.join(processes, name))) {
      if (!/\/dist-function\/.*\.js$/.test(url) || !existsSync(fileURLToPath(url))) continue;
      yield { url, functions, source: readFileSync(fileURLToPath(url), 'utf8') };
    }
  }
}

function report(all: readonly FileBranches[]): void {
  const covered = ({ counts }: FileBranches) => counts.filter((count) => count > 0).length;
  for (const file of all) {
    const left = file.branches.filter((_branch, index) => file.counts[index] === 0);
    if (left.length === 0) continue;
    const places = left.map(({ line, kind }) => `${line} ${kind}`).join(', ');
    console.log(`${file.file}: ${covered(file)} of ${file.branches.length}; left: ${places}`);
  }
  const sum = (count: (file: FileBranches) => number) => all.reduce((total, file) => total + count(file), 0);
  const [gone, whole] = [sum(covered), sum(({ branches }) => branches.length)];
  const percent = (100 * gone) / whole;
  console.log(`\nbranch coverage of functions/: ${percent.toFixed(1)}% (${gone} of ${whole})`);
  process.exitCode = status === 0 && (percent >= goal || asked.length > 0) ? 0 : 1;
}
