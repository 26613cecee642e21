/** `npm test`: every check, one after the other, then one line that counts. Exit code 1 when anything failed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from '../src/build/find-chromium.mjs';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const bin = (name: string, ...args: string[]): string[] => [path.join('node_modules', name), ...args];
const reportFile = path.join(mkdtempSync(path.join(tmpdir(), 'kts-test-')), 'vitest.json');
const everything = process.argv.includes('--all');
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  CHROMIUM_PATH: findChromium() ?? '',
  KTS_LONG: everything ? '1' : '',
};

const checks: readonly { name: string; args: string[] }[] = [
  { name: 'the site is built', args: ['src/build/build.ts'] },
  { name: 'types', args: bin('typescript/bin/tsc', '--noEmit') },
  { name: 'types of pages', args: bin('astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'error') },
  { name: 'lint and format', args: bin('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.') },
];

const total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const { name, args } of checks) add(run(name, args) ? { passed: 1 } : { failed: 1 });
run('tests', bin('vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`));
add(vitestCount());

if (total.skipped > 0) console.log(`\n${total.skipped} could not be run on this machine; each said why.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function run(name: string, args: readonly string[]): boolean {
  console.log(`\n— ${name}`);
  return spawnSync(process.execPath, [...args], { stdio: 'inherit', env: environment }).status === 0;
}

function add(more: Partial<Count>): void {
  total.passed += more.passed ?? 0;
  total.failed += more.failed ?? 0;
  total.skipped += more.skipped ?? 0;
}

/** What vitest counted; no report at all means that it fell over, which is a failure. */
function vitestCount(): Partial<Count> {
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    const suites = report.testResults.filter((suite: { status: string }) => suite.status === 'failed').length;
    const failed = Math.max(report.numFailedTests, report.success ? 0 : Math.max(suites, 1));
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
  } catch {
    return { failed: 1 };
  }
}
