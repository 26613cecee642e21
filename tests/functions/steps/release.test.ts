import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameDayReasons, type Urgency, urgencyReasons } from '../../../functions/report/contract/decision.ts';
import { releaseAt } from '../../../functions/report/steps/release.ts';

const now = 1_900_000_000_000;
const hour = 3_600_000;
const normal: Urgency = { level: 'normal', reasons: [], signs: [] };

test('a report with any reason to hurry is never delayed, whatever looks odd about it', () => {
  for (const reason of [...urgencyReasons, ...sameDayReasons]) {
    for (const slow of [true, false]) {
      const level = sameDayReasons.some((name) => name === reason) ? 'same-day' : 'urgent';
      const urgency: Urgency = { level, reasons: [reason], signs: [] };
      expect(releaseAt({ urgency, slow, releaseDelaySeconds: 900, now, random: () => 0.99 })).toBe(now);
    }
  }
});

test('any other report waits up to the release delay, and at most four hours in the slow lane, whatever delay is set', () => {
  const chance = fc.double({ min: 0, max: 0.999999, noNaN: true });
  fc.assert(
    fc.property(chance, fc.nat(14_400), (random, releaseDelaySeconds) => {
      const common = { urgency: normal, releaseDelaySeconds, now, random: () => random };
      expect(releaseAt({ ...common, slow: false }) - now).toBeLessThanOrEqual(releaseDelaySeconds * 1000);
      expect(releaseAt({ ...common, slow: true }) - now).toBeLessThanOrEqual(4 * hour);
    }),
  );
});

test('the longest delays together come to exactly four hours', () => {
  const longest = { urgency: normal, slow: true, releaseDelaySeconds: 14_400, now, random: () => 0.999 };
  expect(releaseAt(longest) - now).toBe(4 * hour);
});

test('a report in the slow lane goes later than the same one beside it', () => {
  const common = { urgency: normal, releaseDelaySeconds: 900, now, random: () => 0.5 };
  expect(releaseAt({ ...common, slow: true })).toBeGreaterThan(releaseAt({ ...common, slow: false }));
});

test('a release delay of nothing sends at once, and empties the slow lane', () => {
  expect(releaseAt({ urgency: normal, slow: true, releaseDelaySeconds: 0, now, random: () => 0.9 })).toBe(now);
});
