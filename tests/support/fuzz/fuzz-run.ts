import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { chosenSeed } from '../random.ts';

/** `npm run fuzz` asks for all of it; `npm test` takes one in a hundred. */
const share = process.env['KTS_LONG'] === '1' ? 1 : 0.01;

/** How long the longest of these may take before it counts as hanging, ms. */
export const fuzzTimeout = 3_600_000;

export interface FuzzRun {
  /** What is fuzzed, in the plural: `mails`. */
  readonly what: string;
  /** How many in the long run. */
  readonly long: number;
  /** Added to the line at the end. */
  readonly saying?: () => string;
}

/**
 * Runs a property on so many invented cases and prints how many, from which seed and how long it took. A fault is
 * printed by fast-check with its seed and the smallest case that shows it; `KTS_SEED` makes the same cases again.
 */
export async function fuzz<T>(
  { what, long, saying = () => '' }: FuzzRun,
  cases: fc.Arbitrary<T>,
  holds: (one: T) => Promise<void> | void,
): Promise<void> {
  const seed = chosenSeed() | 0;
  const numRuns = Math.round(long * share);
  const started = performance.now();
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      await holds(one);
    }),
    { seed, numRuns },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`fuzz: ${numRuns} ${what}, seed ${seed}, 0 faults, ${seconds} s${saying()}`);
}
