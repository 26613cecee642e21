import type { Choice } from './answers.ts';

/** What routing may look at: nothing else. Signs and free text are not here, so they provably cannot change a route. */
export interface RoutingInputs {
  readonly danger: Choice<'danger'> | undefined;
  readonly reporter: Choice<'reporter'>;
  readonly concern: Choice<'concern'> | undefined;
  /** At least one of the five signs of control was ticked. */
  readonly control: boolean;
  readonly child: Choice<'child'> | undefined;
  readonly care: boolean;
  readonly place: string | undefined;
  readonly area: string;
  readonly exclude: readonly string[];
}

export interface Recipient {
  /** Agency id. */
  readonly id: string;
  readonly role: 'primary' | 'copy';
}

/** The rule that matched and what follows from it. */
export interface Decision {
  /** Id of the rule in routes.yaml; words for "why them" are `agencies:<id>.why.<rule>` or the agency's own. */
  readonly rule: string;
  /** `send` mails recipients; the other three keep nothing and show phones. */
  readonly outcome: 'send' | 'signpost' | 'emergency' | 'professional';
  readonly recipients: readonly Recipient[];
  /** Second contacts in order, if nobody opens the first. They stand on the card like everyone who may get it. */
  readonly then: readonly string[];
  /** Minutes until the first second contact gets it; the next one waits twice as long, and so on. */
  readonly waitMinutes: { readonly urgent: number; readonly other: number };
  /** Agencies to phone, most useful first; shown beside every result. */
  readonly contacts: readonly string[];
  /** Recipients that may not be left out here; the reason is said where the answer is given (design section 4). */
  readonly mustKeep: readonly string[];
  /** Agencies the reporter left out although they may not be left out here: the answer is 422 and says why. */
  readonly refusedExclusions: readonly string[];
}

/** Why a report is urgent or wanted the same day; printed in the mail in this order. */
export const urgencyReasons = ['child', 'under-18', 'affected', 'called', 'urgent-sign'] as const;
export const sameDayReasons = ['danger-unsure', 'child-unsure'] as const;
export type UrgencyReason = (typeof urgencyReasons)[number] | (typeof sameDayReasons)[number];

export interface Urgency {
  readonly level: 'urgent' | 'same-day' | 'normal';
  readonly reasons: readonly UrgencyReason[];
  /** The ticked urgent signs, when `urgent-sign` is a reason. */
  readonly signs: readonly string[];
}
