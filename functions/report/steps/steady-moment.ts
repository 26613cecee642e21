const hourMs = 3_600_000;

/**
 * A moment that is the same when a report is sent once more, in whichever process: where nothing is kept, the same Date
 * and Message-ID are all by which a mail server knows a second copy. The check page's own moment; a program's report,
 * which has none, is dated by the hour it comes in.
 */
export function steadyMoment(now: number, shownAt: number | undefined): number {
  return shownAt ?? Math.floor(now / hourMs) * hourMs;
}
