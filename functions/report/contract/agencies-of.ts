import type { Area } from './model.ts';
import type { ConditionalTarget, RoutingModel, Target } from './routing-table.ts';
import { conditionHolds, type Facts } from './rule-matches.ts';

/** Whose council answers for a role: districts look after housing and shops, social care is the county's or the city's. */
const councilFields: Readonly<Record<string, 'socialCare' | 'district'>> = {
  'children@area': 'socialCare',
  'adults@area': 'socialCare',
  'housing@area': 'district',
  'environmental-health@area': 'district',
};

const areaMark = '@area';

export const asTarget = (target: Target): ConditionalTarget => (typeof target === 'string' ? { to: target } : target);

export const isOfCouncil = (name: string): boolean => name.endsWith(areaMark);

/** `children@area` and the area of a council → `children-leicestershire`; undefined where the area has no council. */
export function ofCouncil(name: string, area: Pick<Area, 'socialCare' | 'district'>): string | undefined {
  const field = councilFields[name];
  if (field === undefined) {
    throw new Error(
      `No council looks after \`${name}\`: in routes.yaml use one of ${Object.keys(councilFields).join(', ')}.`,
    );
  }
  const council = area[field];
  return council === undefined ? undefined : `${name.slice(0, -areaMark.length)}-${council}`;
}

/**
 * The agencies that may be written to, in order and without repeats, of the targets whose condition holds. A role is
 * written to only where the council is known: a guess would hand the report to strangers.
 */
export function agenciesToWriteTo(targets: readonly Target[], facts: Facts, isFree: (id: string) => boolean): string[] {
  const ids: string[] = [];
  for (const target of targets) {
    if (!targetHolds(target, facts)) continue;
    const { to } = asTarget(target);
    const id = isOfCouncil(to) ? ofCouncil(to, facts.area) : to;
    if (id !== undefined && isFree(id) && !ids.includes(id)) ids.push(id);
  }
  return ids;
}

/**
 * The agencies to phone, each once, where it first stands. Where only the council is not known (on a train, "somewhere
 * here", no answer), every council's agency is shown, since a number too many harms nobody; outside, none of ours is.
 */
export function agenciesToPhone(targets: readonly Target[], facts: Facts, { areas }: RoutingModel): string[] {
  const ids: string[] = [];
  for (const target of targets) {
    if (!targetHolds(target, facts)) continue;
    const { to } = asTarget(target);
    for (const id of isOfCouncil(to) ? councilsToPhone(to, facts, areas) : [to]) {
      if (id !== undefined && !ids.includes(id)) ids.push(id);
    }
  }
  return ids;
}

function councilsToPhone(name: string, { area }: Facts, areas: RoutingModel['areas']): readonly (string | undefined)[] {
  if (area.kind === 'outside') return [];
  return area.kind === 'council' ? [ofCouncil(name, area)] : areas.map((one) => ofCouncil(name, one));
}

const targetHolds = (target: Target, facts: Facts): boolean =>
  typeof target === 'string' || target.when === undefined || conditionHolds(target.when, facts);
