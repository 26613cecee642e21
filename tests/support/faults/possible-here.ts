import { test } from 'vitest';

/**
 * `test`, for what a machine must be able to do. Where it cannot, `npm test` says so aloud and counts it as skipped;
 * `npm run faults` fails on it.
 */
export function possibleHere(what: string, whyNot: string | undefined) {
  if (whyNot !== undefined) console.error(`NOT TESTED ON THIS MACHINE: ${what}, since ${whyNot}.`);
  return test.skipIf(whyNot !== undefined);
}
