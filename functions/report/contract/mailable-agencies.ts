import { asTarget, isOfCouncil, ofCouncil } from './agencies-of.ts';
import type { RoutingModel, Rule } from './routing-table.ts';

/**
 * Every agency that a rule can mail, second contacts included: who needs a mailbox before intake may open, and who has
 * an invented one in demo mode.
 */
export function mailableAgencies(model: RoutingModel): readonly string[] {
  const ids = model.rules.flatMap((rule) => agenciesNamedBy(rule, model)).filter((id) => id !== undefined);
  return [...new Set(ids)];
}

function agenciesNamedBy(rule: Rule, { areas }: RoutingModel): readonly (string | undefined)[] {
  if (rule.outcome !== 'send') return [];
  const targets = [...rule.sendTo.primary, ...rule.sendTo.copies, ...rule.then].map(asTarget);
  return targets.flatMap(({ to }) => (isOfCouncil(to) ? areas.map((area) => ofCouncil(to, area)) : [to]));
}
