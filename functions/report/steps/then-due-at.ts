import type { Routed } from '../asked.ts';
import type { Recipients } from '../contract/recipient-setting.ts';
import { alwaysReads, nextReading } from '../reading-hours.ts';
import { waitMinutes } from './show-cards.ts';

/**
 * When each second contact's time comes, in their order, ms since 1970: a whole wait after the one before it. An urgent
 * report goes then, since somebody may look; any other lands when that agency reads, and no hour of the night is counted
 * as a chance to read. Nobody is overtaken by those after them.
 */
export function thenDueAt(
  { decision, urgency }: Pick<Routed, 'decision' | 'urgency'>,
  mailboxes: Recipients,
  release: number,
): readonly number[] {
  const wait = waitMinutes({ decision, urgency }, 1) * 60_000;
  let last = release;
  return decision.then.map((agency) => {
    const reads = mailboxes.get(agency)?.reads ?? alwaysReads;
    const time = last + wait;
    const atAnyHour = urgency.level === 'urgent' || reads === alwaysReads;
    last = atAnyHour ? time : nextReading(reads, new Date(time)).getTime();
    return last;
  });
}
