import type { Urgency } from '../../contract/decision.ts';
import type { Report } from '../../contract/report.ts';
import { LookAlikes } from './look-alike.ts';
import { tokenBuckets } from './token-buckets.ts';

/** One report on its way into the store. */
export interface Arrival {
  readonly id: string;
  readonly report: Report;
  readonly urgency: Urgency;
  /** A hidden field was filled in, or Send came faster than anyone reads. */
  readonly suspect: boolean;
  /** Of the neighbourhood it came from; `undefined` where the host cannot tell. */
  readonly bucket: number | undefined;
  readonly now: number;
}

/** Whether a report goes into the slow lane; `true` never means that it is refused. */
export type SlowLane = (arrival: Arrival) => boolean;

/**
 * Everything that can slow a report, in one place. One with any reason for urgency is never slow, and takes no token, so
 * that nobody can empty the buckets of others with it. All of it is forgotten when the process ends.
 */
export function slowLane(secret: Uint8Array): SlowLane {
  const lookAlikes = new LookAlikes(secret);
  const takeToken = tokenBuckets();
  return ({ id, report, urgency, suspect, bucket, now }) => {
    const looksAlike = lookAlikes.before(report, { id, now });
    if (urgency.level !== 'normal') return false;
    const withinPace = takeToken(bucket, now);
    return suspect || looksAlike || !withinPace;
  };
}
