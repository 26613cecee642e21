import type { RoutingTable, Rule, Target } from '#contract/routing-table.ts';

/** One rule as the page of rules tells it: agency ids, or `children@area` for the council's own. */
export interface WhoRule {
  readonly id: string;
  /** The first choice; undefined where nothing is sent. */
  readonly to: string | undefined;
  readonly copies: readonly string[];
}

const idOf = (target: Target): string => (typeof target === 'string' ? target : target.to);

const toWho = (rule: Rule): WhoRule =>
  rule.outcome === 'send'
    ? { id: rule.id, to: rule.sendTo.primary.map(idOf)[0], copies: rule.sendTo.copies.map(idOf) }
    : { id: rule.id, to: undefined, copies: [] };

/** The rules in their order, without the one for professionals, which has a page of its own. */
export function whoRules({ rules }: Pick<RoutingTable, 'rules'>): readonly WhoRule[] {
  return rules.filter(({ outcome }) => outcome !== 'professional').map(toWho);
}

/** Every agency that a rule may send to, each once, councils' own teams as `children@area`. */
export function whoMayGetIt({ rules }: Pick<RoutingTable, 'rules'>): readonly string[] {
  const targets = rules.flatMap((rule) =>
    rule.outcome === 'send' ? [...rule.sendTo.primary, ...rule.sendTo.copies, ...rule.then] : [],
  );
  return [...new Set(targets.map(idOf))];
}
