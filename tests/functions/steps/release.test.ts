import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameDayReasons, type Urgency, urgencyReasons } from '../../../functions/report/contract/decision.ts';
import { releaseAt } from '../../../functions/report/steps/release.ts';

const now = 1_900_000_000_000;
const normal: Urgency = { level: 'normal', reasons: [], signs: [] };

test('a report with any reason to hurry is never delayed, whatever looks odd about it', () => {
  for (const reason of [...urgencyReasons, ...sameDayReasons]) {
    for (const suspect of [true, false]) {
      const level = sameDayReasons.some((name) => name === reason) ? 'same-day' : 'urgent';
      const urgency: Urgency = { level, reasons: [reason], signs: [] };
      expect(releaseAt({ urgency, suspect, releaseDelaySeconds: 900, now, random: () => 0.99 })).toBe(now);
    }
  }
});

test('any other report waits up to the release delay, and a suspect one at most four hours in all', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.nat(900), (random, releaseDelaySeconds) => {
      const common = { urgency: normal, releaseDelaySeconds, now, random: () => random };
      expect(releaseAt({ ...common, suspect: false }) - now).toBeLessThanOrEqual(releaseDelaySeconds * 1000);
      expect(releaseAt({ ...common, suspect: true }) - now).toBeLessThanOrEqual(4 * 60 * 60 * 1000);
    }),
  );
});

test('a suspect report goes later than the same one that looks ordinary', () => {
  const common = { urgency: normal, releaseDelaySeconds: 900, now, random: () => 0.5 };
  expect(releaseAt({ ...common, suspect: true })).toBeGreaterThan(releaseAt({ ...common, suspect: false }));
});

test('a release delay of nothing sends at once', () => {
  expect(releaseAt({ urgency: normal, suspect: true, releaseDelaySeconds: 0, now, random: () => 0.9 })).toBe(now);
});
