/** A power of two that divides what a hash can give, so that every bucket is as likely. */
export const bucketCount = 65_536;

/** How fast a bucket fills, and how many reports it lets through at once when it is full. */
interface Pace {
  readonly everyMs: number;
  readonly burst: number;
}

const minute = 60_000;

/** One neighbourhood: five at once, then one a minute. */
const ofOneBucket: Pace = { everyMs: minute, burst: 5 };
/** Everyone together: sixty at once, then sixty a minute. */
const ofAll: Pace = { everyMs: minute / 60, burst: 60 };

/** Answers whether a report came within the pace, and counts it when it did. */
export type TakeToken = (bucket: number | undefined, now: number) => boolean;

/**
 * 65,536 buckets and one for everyone, half a megabyte whatever comes. A bucket is one number: the time at which it will
 * be full again. A neighbourhood that is over its own pace takes nothing from everyone's.
 */
export function tokenBuckets(): TakeToken {
  const fullAt = new Float64Array(bucketCount);
  const fullForAll = new Float64Array(1);
  return (bucket, now) => {
    if (bucket !== undefined && isEmpty(fullAt[bucket], ofOneBucket, now)) return false;
    if (isEmpty(fullForAll[0], ofAll, now)) return false;
    if (bucket !== undefined) fullAt[bucket] = afterOne(fullAt[bucket], ofOneBucket, now);
    fullForAll[0] = afterOne(fullForAll[0], ofAll, now);
    return true;
  };
}

function isEmpty(fullAt: number | undefined, pace: Pace, now: number): boolean {
  return waiting(fullAt, pace, now) > (pace.burst - 1) * pace.everyMs;
}

function afterOne(fullAt: number | undefined, pace: Pace, now: number): number {
  return now + waiting(fullAt, pace, now) + pace.everyMs;
}

/** How long until it is full, ms. Longer than an empty one takes only happens when the clock was put back: then it is full. */
function waiting(fullAt = 0, { everyMs, burst }: Pace, now: number): number {
  const left = Math.max(0, fullAt - now);
  return left > burst * everyMs ? 0 : left;
}
