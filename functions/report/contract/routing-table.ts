import type { Choice } from './answers.ts';
import type { Decision } from './decision.ts';
import type { Area, Place } from './model.ts';

/** An answer that was left blank, as a condition names it. Blank is never the same as `unsure`. */
export type OrBlank<T> = T | 'blank';

/**
 * Conditions on the answers. Every line that is there must hold; a list holds when the answer is one of it. Nothing in
 * it matches everything.
 */
export interface When {
  readonly danger?: readonly OrBlank<Choice<'danger'>>[] | undefined;
  readonly reporter?: readonly Choice<'reporter'>[] | undefined;
  readonly concern?: readonly OrBlank<Choice<'concern'>>[] | undefined;
  readonly child?: readonly OrBlank<Choice<'child'>>[] | undefined;
  readonly care?: boolean | undefined;
  /** Place ids. */
  readonly place?: readonly string[] | undefined;
  /** Who inspects work safety at the place (domain B4); a blank place is `unknown`. */
  readonly safety?: readonly Place['safety'][] | undefined;
  readonly areaKind?: readonly Area['kind'][] | undefined;
}

/**
 * One agency a rule names, perhaps only under a condition. `children@area`, `adults@area`, `housing@area` and
 * `environmental-health@area` stand for the agency of the council that looks after the report's area.
 */
export type Target = string | ConditionalTarget;

export interface ConditionalTarget {
  readonly to: string;
  readonly when?: When | undefined;
  /** It may not be left out where `mustKeep` holds; the primary never may there. */
  readonly keep?: boolean | undefined;
}

interface RuleBase {
  /** Starts with its number in design section 4. */
  readonly id: string;
  readonly when: When;
  /** The rule matches as well when this does. */
  readonly orWhen?: When | undefined;
  /** Agencies to phone, most useful first, mailed or not. */
  readonly contacts: readonly Target[];
}

/** Keeps nothing and shows phones. */
export interface ShowRule extends RuleBase {
  readonly outcome: Exclude<Decision['outcome'], 'send'>;
}

export interface SendRule extends RuleBase {
  readonly outcome: 'send';
  readonly sendTo: {
    /** In order: the first that has a mailbox and is not left out gets the report. */
    readonly primary: readonly Target[];
    /** Each gets it as well, if it has a mailbox, is not left out and is not the primary. */
    readonly copies: readonly Target[];
  };
  /** Second contacts in order, if nobody opens the first. */
  readonly then: readonly Target[];
  readonly waitMinutes: Decision['waitMinutes'];
}

export type Rule = ShowRule | SendRule;

/** `routes.yaml`. Rules are ordered, the first that matches wins, and the last one's `when` is empty. */
export interface RoutingTable {
  readonly rules: readonly Rule[];
  /** Shown beside every result, after the contacts of the rule. */
  readonly offers: readonly Target[];
  /** Where any of these holds, the primary may not be left out (design section 4, `exclude`). */
  readonly mustKeep: readonly When[];
}

/** All that routing needs of the content model. */
export interface RoutingModel extends RoutingTable {
  readonly areas: readonly Pick<Area, 'id' | 'kind' | 'socialCare' | 'district'>[];
  readonly places: readonly Pick<Place, 'id' | 'safety'>[];
}
