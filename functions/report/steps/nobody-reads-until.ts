import type { Routed } from '../asked.ts';
import type { Parts } from '../parts.ts';
import { nextReading, readsAt } from '../reading-hours.ts';

/**
 * When the first agency's mailbox is read next, as a reader says it ("Monday 09:00"), or `undefined` while somebody reads.
 * A report that sits unread until Monday with "urgent" on it is the worst this site can do (harm H1), so it is said.
 */
export function nobodyReadsUntil(parts: Parts, { decision }: Routed, locale: string): string | undefined {
  const primary = decision.recipients.find(({ role }) => role === 'primary');
  const reads = primary === undefined ? undefined : parts.recipients.get(primary.id)?.reads;
  const now = new Date(parts.now());
  if (reads === undefined || readsAt(reads, now)) return undefined;
  const format = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(dateTag(parts, locale), {
    ...format,
    hourCycle: 'h23',
    timeZone: 'Europe/London',
  }).format(nextReading(reads, now));
}

/** Left to themselves some languages count days and years another way, or write digits that no clock on a wall has. */
function dateTag({ model }: Pick<Parts, 'model'>, locale: string): string {
  const tag = model.languages.find(({ id }) => id === locale)?.tag ?? locale;
  return `${tag}-u-ca-gregory-nu-latn`;
}
