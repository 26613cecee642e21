import type { Urgency } from '../contract/decision.ts';

/** The slow lane for a report that looks sent by a machine, or that comes in a flood: later, never refused. Minutes. */
const slowLane = { least: 30, most: 60 } as const;
/** Whatever delays add up to one: later than this, and a report is late, not slow. */
const longestDelayMs = 4 * 60 * 60_000;

export interface ReleaseInput {
  readonly urgency: Urgency;
  /** Some signal put it into the slow lane. */
  readonly slow: boolean;
  readonly releaseDelaySeconds: number;
  readonly now: number;
  random(): number;
}

/**
 * When the first mail may go, ms since 1970. A random delay keeps the time of a mail from telling when someone sat at a
 * phone. A report with any reason for urgency is never delayed, whatever else looks odd (design section 7).
 */
export function releaseAt({ urgency, slow, releaseDelaySeconds, now, random }: ReleaseInput): number {
  if (urgency.level !== 'normal' || releaseDelaySeconds === 0) return now;
  const delay = random() * releaseDelaySeconds * 1000;
  const wait = slow ? (slowLane.least + random() * (slowLane.most - slowLane.least)) * 60_000 : 0;
  return now + Math.round(Math.min(delay + wait, longestDelayMs));
}
