import { globSync, readFileSync } from 'node:fs';

/** The name of a test that covers a row of the matrix begins so: `F15: …`. */
export const rowName = /\bF\d+b?: /;

/** Test files outside `tests/faults` that have a test named after a row. */
export function filesNamedAfterRows(): readonly string[] {
  const quoted = new RegExp(`['"\`]${rowName.source.replace('\\b', '')}`);
  return globSync('tests/**/*.test.ts')
    .filter((file) => !file.startsWith('tests/faults/'))
    .filter((file) => quoted.test(readFileSync(file, 'utf8')))
    .sort();
}
