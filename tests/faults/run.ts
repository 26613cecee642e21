/**
 * `npm run faults`: the long runs, on the built product. Prints seeds and counts and writes `tests/faults/README.md`.
 * Exit code 1 when a test failed or was left out, or when nothing was put in for a row of the matrix.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from '../../src/build/find-chromium.mjs';
import { filesNamedAfterRows, rowName } from '../support/faults/named-after-rows.ts';
import { readRecords } from '../support/faults/read-records.ts';
import { faultsReadme } from './write-readme.ts';

const vitest = path.join('node_modules', 'vitest/vitest.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'kts-faults-'));
const records = path.join(folder, 'records');
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  CHROMIUM_PATH: findChromium() ?? '',
  KTS_LONG: '1',
  KTS_FAULT_RECORDS: records,
};

try {
  const tests = [...run('faults', ['tests/faults']), ...run('others', filesNamedAfterRows(), rowName.source)];
  const { text, missing } = faultsReadme(readRecords(records));
  writeFileSync(path.join('tests/faults', 'README.md'), text);
  const count = (...statuses: string[]) => tests.filter(({ status }) => statuses.includes(status)).length;
  const [passed, failed] = [count('passed'), count('failed')];
  const leftOut = tests.length - passed - failed;
  for (const { name, status } of tests) if (status !== 'passed') console.log(`${status}: ${name}`);
  for (const name of missing) console.log(`nothing was put in: ${name}`);
  console.log(`\n${passed} passed, ${failed} failed, ${leftOut} skipped, ${missing.length} rows without a fault`);
  process.exitCode = failed + leftOut + missing.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface RunTest {
  readonly name: string;
  readonly status: string;
}

/**
 * Runs test files, one after the other so that none takes another's time, and answers how each of their tests ended. A
 * run that failed although its tests did not, such as where a server could not be ended, is one more failed test.
 */
function run(name: string, files: readonly string[], only?: string): readonly RunTest[] {
  const file = path.join(folder, `${name}.json`);
  const report = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${file}`, '--no-file-parallelism'];
  const args = [vitest, 'run', ...files, ...report, ...(only === undefined ? [] : ['-t', only])];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: environment });
  const tests = readReport(file).filter((test) => only === undefined || rowName.test(test.name));
  const fellBeside = status !== 0 && tests.every((test) => test.status !== 'failed');
  return fellBeside ? [...tests, { name: `${name}: what stands beside the tests`, status: 'failed' }] : tests;
}

/** A file that could not even be read counts as one failed test, and so does a run that left no report. */
function readReport(file: string): readonly RunTest[] {
  try {
    const suites: readonly Suite[] = JSON.parse(readFileSync(file, 'utf8')).testResults;
    return suites.flatMap(({ name, status, assertionResults: tests }) =>
      tests.length === 0 && status === 'failed'
        ? [{ name, status }]
        : tests.map((test) => ({ name: test.fullName, status: test.status })),
    );
  } catch {
    return [{ name: 'the test runner', status: 'failed' }];
  }
}

interface Suite {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}
