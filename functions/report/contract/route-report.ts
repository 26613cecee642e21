import { agenciesToPhone, agenciesToWriteTo } from './agencies-of.ts';
import type { Decision, Recipient, RoutingInputs } from './decision.ts';
import type { RoutingModel, SendRule } from './routing-table.ts';
import { conditionHolds, type Facts, ruleMatches } from './rule-matches.ts';

type Mailboxes = ReadonlySet<string>;

/**
 * Who gets a report, who is next, and whom to phone. The first rule that matches wins.
 * In: answers made safe (`safeInputs`), the rules with areas and places, and the agencies that have a mailbox.
 * Out: a decision for every input. A `send` rule of which nobody is left becomes `signpost`: either the reporter left
 * everybody out or no mailbox exists. Nobody left out is in `recipients` or `then`, but for the agencies in `mustKeep`.
 * Throws when no rule matches, which a whole routes.yaml cannot bring about.
 */
export function routeReport(inputs: RoutingInputs, model: RoutingModel, configured: Mailboxes): Decision {
  const facts = factsOf(inputs, model);
  const rule = model.rules.find((one) => ruleMatches(one, facts));
  if (!rule) throw new Error('No rule matched: the last rule in routes.yaml must have an empty `when`.');
  const contacts = agenciesToPhone([...rule.contacts, ...model.offers], facts, model);
  if (rule.outcome !== 'send') return { ...nobody, rule: rule.id, outcome: rule.outcome, contacts };
  const mustKeep = model.mustKeep.some((when) => conditionHolds(when, facts)) ? keptBy(rule, facts, configured) : [];
  const isFree = (id: string) => configured.has(id) && (mustKeep.includes(id) || !inputs.exclude.includes(id));
  const recipients = recipientsOf(rule, facts, isFree);
  if (recipients.length === 0) return { ...nobody, rule: rule.id, outcome: 'signpost', contacts };
  return {
    rule: rule.id,
    outcome: 'send',
    recipients,
    then: agenciesToWriteTo(rule.then, facts, (id) => isFree(id) && !recipients.some((one) => one.id === id)),
    waitMinutes: rule.waitMinutes,
    contacts,
    mustKeep,
    refusedExclusions: inputs.exclude.filter((id) => mustKeep.includes(id)),
  };
}

const nobody = {
  recipients: [],
  then: [],
  waitMinutes: { urgent: 0, other: 0 },
  mustKeep: [],
  refusedExclusions: [],
} as const;

/** A place or area that the model does not know is taken for unknown: no report is lost over an id. */
function factsOf(inputs: RoutingInputs, { areas, places }: RoutingModel): Facts {
  const area = areas.find(({ id }) => id === inputs.area) ?? ({ kind: 'unknown' } as const);
  const safety = places.find(({ id }) => id === inputs.place)?.safety ?? 'unknown';
  return { inputs, area, safety };
}

/** The first choice that is free, then the copies that are. */
function recipientsOf({ sendTo }: SendRule, facts: Facts, isFree: (id: string) => boolean): readonly Recipient[] {
  const [primary] = agenciesToWriteTo(sendTo.primary, facts, isFree);
  if (primary === undefined) return [];
  const copies = agenciesToWriteTo(sendTo.copies, facts, (id) => id !== primary && isFree(id));
  return [{ id: primary, role: 'primary' }, ...copies.map((id): Recipient => ({ id, role: 'copy' }))];
}

/** What may not be left out here: whoever would be primary with nobody left out, and the copies marked `keep`. */
function keptBy({ sendTo }: SendRule, facts: Facts, configured: Mailboxes): readonly string[] {
  const hasMailbox = (id: string) => configured.has(id);
  const primary = agenciesToWriteTo(sendTo.primary, facts, hasMailbox).slice(0, 1);
  const kept = sendTo.copies.filter((target) => typeof target !== 'string' && target.keep === true);
  return [...new Set([...primary, ...agenciesToWriteTo(kept, facts, hasMailbox)])];
}
