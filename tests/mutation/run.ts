/**
 * `npm run mutation`: changes the code a little, thousands of times, and counts how often the tests notice. One line a
 * part with its score; exit code 1 below the goal. Each part's whole report is `var/mutation/<part>.html`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type MutatedPart, mutatedParts } from './parts.ts';

const goal = 80;
const asked = process.argv.slice(2);
const names = asked.length === 0 ? Object.keys(mutatedParts) : asked;
const folder = path.join('var', 'mutation');
const lines = names.map((name) => {
  const part = mutatedParts[name];
  if (part === undefined) throw new Error(`No part "${name}": use ${Object.keys(mutatedParts).join(', ')}.`);
  return mutate(name, part);
});
for (const { line } of lines) console.log(line);
process.exitCode = lines.every(({ score }) => score >= goal) ? 0 : 1;

function mutate(
  name: string,
  { mutate: files, tests }: MutatedPart,
): { readonly line: string; readonly score: number } {
  mkdirSync(folder, { recursive: true });
  const [config, report] = ['config.json', 'json'].map((end) => path.join(folder, `${name}.${end}`)) as [
    string,
    string,
  ];
  rmSync(report, { force: true });
  const settings = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
    mutate: files,
    ignorePatterns: ['/dist', '/dist-function', '/var', '/.build', '/.astro', '/tests/golden'],
    checkers: [],
    coverageAnalysis: 'perTest',
    reporters: ['clear-text', 'json', 'html'],
    clearTextReporter: { logTests: false, reportTests: false, skipFull: true },
    jsonReporter: { fileName: report },
    htmlReporter: { fileName: path.join(folder, `${name}.html`) },
    tempDirName: path.join('.build', `mutation-${name}`),
    allowEmpty: false,
    disableTypeChecks: false,
  };
  writeFileSync(config, JSON.stringify(settings, undefined, 2));
  const stryker = path.join('node_modules', '@stryker-mutator/core/bin/stryker.js');
  const env = { ...process.env, KTS_MUTATION_TESTS: tests.join(' '), KTS_SEED: '1', PATH: ownPath() };
  spawnSync(process.execPath, [stryker, 'run', config], { stdio: 'inherit', env });
  return scored(name, report);
}

/** Stryker starts its helpers by name, and they must be this Node. */
function ownPath(): string {
  return [path.dirname(process.execPath), process.env['PATH'] ?? ''].join(path.delimiter);
}

/** Stryker's own score: what the tests noticed, of all that was changed and could run. */
function scored(name: string, report: string): { readonly line: string; readonly score: number } {
  try {
    const { files } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const ends = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
    const count = (...statuses: readonly string[]) => ends.filter((end) => statuses.includes(end)).length;
    const [noticed, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
    const score = (100 * noticed) / (noticed + missed);
    return { line: `mutation: ${name} ${score.toFixed(1)}%, ${noticed} of ${noticed + missed} noticed`, score };
  } catch {
    return { line: `mutation: ${name} did not run`, score: 0 };
  }
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}
