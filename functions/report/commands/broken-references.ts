import { asTarget, ofCouncil } from '../contract/agencies-of.ts';
import type { RoutingTable, Rule, Target, When } from '../contract/routing-table.ts';
import type { Parts } from '../parts.ts';

type Model = Parts['model'];

/** One sentence for each id in one model file that another file lacks. */
export function brokenReferences(model: Model): readonly string[] {
  return [...agencyReferences(model), ...placeReferences(model)];
}

function agencyReferences({ routes, agencies, areas }: Model): string[] {
  const known = new Set(agencies.filter(({ neverRoute }) => neverRoute !== true).map(({ id }) => id));
  const inRules = routes.rules.flatMap((rule) => targetsOf(rule).map((target) => [`Rule ${rule.id}`, target] as const));
  const offered = routes.offers.map((target) => ['The offers of routes.yaml', target] as const);
  const named = [...inRules, ...offered].flatMap(([where, target]) =>
    idsOf(target, areas).map((id) => [where, id] as const),
  );
  return unique(
    named
      .filter(([, id]) => !known.has(id))
      .map(([where, id]) => `${where} names ${id}: add it to agencies.yaml, or take it out of routes.yaml.`),
  );
}

function placeReferences({ routes, places, signs }: Model): string[] {
  const known = new Set(places.map(({ id }) => id));
  const inRules = conditionsOf(routes).flatMap(({ place = [] }) => place.map((id) => ['routes.yaml', id] as const));
  const inSigns = signs.flatMap((sign) => sign.places.map((id) => [`Sign ${sign.id}`, id] as const));
  return unique(
    [...inRules, ...inSigns]
      .filter(([, id]) => !known.has(id))
      .map(([where, id]) => `${where} names the place ${id}: add it to places.yaml, or mend the id.`),
  );
}

function targetsOf(rule: Rule): readonly Target[] {
  if (rule.outcome !== 'send') return rule.contacts;
  return [...rule.contacts, ...rule.sendTo.primary, ...rule.sendTo.copies, ...rule.then];
}

function conditionsOf({ rules, offers, mustKeep }: RoutingTable): readonly When[] {
  const targets = [...rules.flatMap(targetsOf), ...offers].map((target) => asTarget(target).when);
  const own = rules.flatMap(({ when, orWhen }) => [when, orWhen]);
  return [...own, ...targets, ...mustKeep].filter((when) => when !== undefined);
}

function idsOf(target: Target, areas: Model['areas']): string[] {
  const { to } = asTarget(target);
  if (!to.includes('@')) return [to];
  return areas.map((area) => ofCouncil(to, area)).filter((id) => id !== undefined);
}

const unique = (lines: readonly string[]): string[] => [...new Set(lines)];
