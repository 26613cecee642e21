import type { Decision, Urgency } from '../contract/decision.ts';
import type { Recipients } from '../contract/recipient-setting.ts';
import type { Card } from '../pages/page-model.ts';

export interface CardInput {
  readonly decision: Decision;
  readonly urgency: Urgency;
  readonly recipients: Recipients;
  readonly mayLeaveOutPolice: boolean;
}

/** The slips of the check page: everyone who gets the report or may get it, in the order in which they would. */
export function showCards(input: CardInput): readonly Card[] {
  const { decision } = input;
  const first = decision.recipients.map(({ id, role }) => card(input, { agency: id, role }));
  const next = decision.then.map((agency, index) =>
    card(input, { agency, role: 'then', afterMinutes: waitMinutes(input, index + 1) }),
  );
  return [...first, ...next];
}

/** Minutes until the second contact of that rank gets the report, if nobody before it did. */
export function waitMinutes({ decision, urgency }: Pick<CardInput, 'decision' | 'urgency'>, rank: number): number {
  const wait = decision.waitMinutes;
  return rank * (urgency.level === 'urgent' ? wait.urgent : wait.other);
}

type Place = Pick<Card, 'agency' | 'role'> & { readonly afterMinutes?: number };

function card({ decision, recipients, mayLeaveOutPolice }: CardInput, place: Place): Card {
  const mayLeaveOut = !decision.mustKeep.includes(place.agency) && (place.agency !== 'police' || mayLeaveOutPolice);
  return { ...place, reads: recipients.get(place.agency)?.reads, mayLeaveOut };
}
