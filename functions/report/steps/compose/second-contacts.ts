import { waitMinutes } from '../show-cards.ts';
import { duration } from './duration.ts';
import type { ReportContext } from './mail-context.ts';
import type { Say } from './say.ts';

export interface SecondContact {
  readonly id: string;
  /** Names of those who must be out of reach first. */
  readonly before: string;
  /** How long they are tried before. */
  readonly wait: string;
}

/** The second contacts in order: each gets the report only if nobody before it could be reached in time. */
export function secondContacts(mail: ReportContext): readonly SecondContact[] {
  const { decision, lead, name, say } = mail;
  return decision.then.map((id, index) => ({
    id,
    before: joined([lead, ...decision.then.slice(0, index)].map(name), say),
    wait: duration(waitMinutes(mail, index + 1), say),
  }));
}

/** "A", "A and B", "A, B and C". */
function joined(names: readonly string[], say: Say): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : say('mail:list.and', { first: names.slice(0, -1).join(', '), last });
}
