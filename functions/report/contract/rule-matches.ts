import type { RoutingInputs } from './decision.ts';
import type { Area, Place } from './model.ts';
import type { Rule, When } from './routing-table.ts';

/** The answers together with what the model knows of the place and the area. */
export interface Facts {
  readonly inputs: RoutingInputs;
  readonly area: Pick<Area, 'kind' | 'socialCare' | 'district'>;
  readonly safety: Place['safety'];
}

export const ruleMatches = (rule: Rule, facts: Facts): boolean =>
  conditionHolds(rule.when, facts) || (rule.orWhen !== undefined && conditionHolds(rule.orWhen, facts));

/** Every condition that is there holds; none at all holds for everything. */
export const conditionHolds = (when: When, { inputs, area, safety }: Facts): boolean =>
  isOneOf(when.danger, inputs.danger ?? 'blank') &&
  isOneOf(when.reporter, inputs.reporter) &&
  isOneOf(when.concern, inputs.concern ?? 'blank') &&
  isOneOf(when.child, inputs.child ?? 'blank') &&
  (when.care === undefined || when.care === inputs.care) &&
  isOneOf(when.place, inputs.place ?? 'blank') &&
  isOneOf(when.safety, safety) &&
  isOneOf(when.areaKind, area.kind);

const isOneOf = <T>(allowed: readonly T[] | undefined, answer: T) => allowed === undefined || allowed.includes(answer);
