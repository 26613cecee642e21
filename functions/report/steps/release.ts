import type { Urgency } from '../contract/decision.ts';

/** The slow lane for a report that looks sent by a machine: later, flagged, never refused. Minutes, well under the 4 h limit. */
const slowLane = { least: 30, most: 60 } as const;

export interface ReleaseInput {
  readonly urgency: Urgency;
  /** A honeypot was filled, or Send came faster than anyone reads. */
  readonly suspect: boolean;
  readonly releaseDelaySeconds: number;
  readonly now: number;
  random(): number;
}

/**
 * When the first mail may go, ms since 1970. A random delay keeps the time of a mail from telling when someone sat at a
 * phone. A report with any reason for urgency is never delayed, whatever else looks odd (design section 7).
 */
export function releaseAt({ urgency, suspect, releaseDelaySeconds, now, random }: ReleaseInput): number {
  if (urgency.level !== 'normal' || releaseDelaySeconds === 0) return now;
  const delay = Math.round(random() * releaseDelaySeconds * 1000);
  const slow = suspect ? (slowLane.least + random() * (slowLane.most - slowLane.least)) * 60_000 : 0;
  return now + delay + Math.round(slow);
}
