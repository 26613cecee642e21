const hour = 3_600_000;
const day = 24 * hour;

/** What ends the keeping of a sealed body: the agency's mail server took it, or a person there opened it. */
export type KeepBody = 'delivered' | 'opened';

/** The one place that says how long anything is kept. Words on the privacy page are checked against these. */
export const retention = {
  until: 'delivered' as KeepBody,
  /** With `opened`: a body nobody opened goes this long after it was delivered. */
  unopenedDays: 7,
  /** A bare id stays this long after a report's last envelope, so that the same one sent twice is known. */
  idHours: 72,
} as const;

/** What has happened to one envelope so far; times in ms since 1970. */
export interface EnvelopeLife {
  readonly deliveredAt?: number | undefined;
  readonly openedAt?: number | undefined;
}

/**
 * When the sealed body of an envelope is to be erased. `undefined` is never by itself: what was not delivered is kept,
 * sealed, until it is or until a person acts. Second contacts that wait behind it go with it when it was delivered, or
 * with `opened` when it was opened. A body that nobody opened takes none of them along: each still goes out at its own
 * time, since a report nobody opened is what second contacts are for.
 */
export function erasedAt(until: KeepBody, { deliveredAt, openedAt }: EnvelopeLife): number | undefined {
  if (deliveredAt === undefined) return undefined;
  if (until === 'delivered') return deliveredAt;
  return Math.min(openedAt ?? Number.POSITIVE_INFINITY, deliveredAt + retention.unopenedDays * day);
}

/** `erasedAt` the other way round, to look for what is over: bodies delivered by this time, and not opened, go now. */
export function unopenedSince(until: KeepBody, now: number): number {
  return until === 'delivered' ? now : now - retention.unopenedDays * day;
}

/** When the bare id goes too. Rounded up to the hour: the time of a report is nobody's business afterwards. */
export function idKeptUntil(finishedAt: number): number {
  return Math.ceil(finishedAt / hour) * hour + retention.idHours * hour;
}
