const minute = 60_000;

/** Minutes to wait after the first, second … attempt that failed; the last one goes on for ever. No report gives up. */
const waits = [1, 2, 5, 15, 30, 60] as const;
const hourly = 60;

/** Up to this share of a wait is added or taken away, so that a thousand reports do not knock on one relay at once. */
const jitter = 0.1;

/** How long an attempt's lease lasts. It is longer than the longest delivery (60 s), so no two couriers hold one row. */
export const leaseMs = 120_000;

/**
 * How long to wait after attempt number `attempt` (1 is the first), in ms.
 * @param chance 0 up to, not including, 1: the randomness is the caller's.
 */
export function retryDelay(attempt: number, chance: number): number {
  const base = (waits[Math.max(attempt, 1) - 1] ?? hourly) * minute;
  return Math.round(base * (1 - jitter + 2 * jitter * chance));
}
