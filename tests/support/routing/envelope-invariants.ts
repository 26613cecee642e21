import {
  type Invariant,
  isFree,
  mailsNobody,
  mustBeKept,
  primaryOf,
  type RoutingCase,
  shows,
  socialCareCouncils,
} from './routing-case.ts';

const outcomes = ['send', 'signpost', 'emergency', 'professional'];

const addressed = ({ decision }: RoutingCase) => [...decision.recipients.map(({ id }) => id), ...decision.then];

const hasRepeats = (ids: readonly string[]) => ids.some((id, index) => ids.indexOf(id) !== index);

/** Written out: bodies that hold a power or a duty of their own (domain B). Nobody else ever gets a report. */
const mayBeMailed = new Set([
  'police',
  'helpline',
  'labour-enforcement',
  ...socialCareCouncils.flatMap((council) => [`children-${council}`, `adults-${council}`]),
]);

/** True of every envelope, whoever writes and whatever was ticked. */
export const envelopeInvariants: readonly Invariant[] = [
  {
    sentence: 'every combination gets exactly one outcome, and a report is sent exactly when somebody gets it',
    source: 'design section 4',
    holds: (one) =>
      outcomes.includes(one.decision.outcome) && (one.decision.outcome === 'send') === (primaryOf(one) !== undefined),
  },
  {
    sentence: 'what is not sent waits for nobody either',
    source: 'M3',
    holds: (one) => one.decision.outcome === 'send' || mailsNobody(one),
  },
  {
    sentence: 'one agency is the first, and all others who get it are copies',
    source: 'domain, principle 3',
    holds: ({ decision }) =>
      decision.recipients.every(({ role }, index) => role === (index === 0 ? 'primary' : 'copy')) &&
      decision.recipients.length <= 3,
  },
  {
    sentence: 'nobody stands on the card twice',
    source: 'M3',
    holds: (one) => !hasRepeats(addressed(one)),
  },
  {
    sentence: 'nobody without a mailbox is written to',
    source: 'domain, principle 5',
    holds: (one) => addressed(one).every((id) => one.configured.has(id)),
  },
  {
    sentence: 'only bodies with a power or a duty of their own are written to',
    source: 'domain B, principle 3',
    holds: (one) => addressed(one).every((id) => mayBeMailed.has(id)),
  },
  {
    sentence: 'who was left out is neither written to nor next, unless it may not be left out',
    source: 'M3, H2',
    holds: ({ raw, decision }) =>
      decision.then.every((id) => !raw.exclude.includes(id)) &&
      decision.recipients.every(({ id }) => !raw.exclude.includes(id) || decision.mustKeep.includes(id)),
  },
  {
    sentence: 'leaving out is refused only for a child, an under-18 or somebody for whom 999 was called',
    source: 'M10',
    holds: ({ raw, decision }) => mustBeKept(raw) || decision.mustKeep.length === 0,
  },
  {
    sentence: 'the first agency may not be left out there, and everyone who may not be left out gets it',
    source: 'M10',
    holds: ({ raw, decision }) =>
      (decision.outcome === 'send' && mustBeKept(raw)
        ? decision.mustKeep[0] === decision.recipients[0]?.id
        : decision.mustKeep.length === 0) &&
      decision.mustKeep.every((id) => decision.recipients.some((one) => one.id === id)),
  },
  {
    sentence: 'every choice that was not kept is said, and no other',
    source: 'design section 4, `exclude`',
    holds: ({ raw, decision }) =>
      raw.exclude.every((id) => decision.refusedExclusions.includes(id) === decision.mustKeep.includes(id)) &&
      decision.refusedExclusions.every((id) => raw.exclude.includes(id)),
  },
  {
    sentence: 'who leaves out the police reaches the helpline, where it has a mailbox',
    source: 'design section 4; R21',
    holds: (one) =>
      one.decision.outcome !== 'send' ||
      mustBeKept(one.raw) ||
      !one.raw.exclude.includes('police') ||
      !isFree(one, 'helpline') ||
      primaryOf(one) === 'helpline',
  },
  {
    sentence: 'police and helpline are next where they are not first',
    source: 'M2, M3',
    holds: (one) =>
      one.decision.outcome !== 'send' ||
      ['police', 'helpline'].every((id) => !isFree(one, id) || addressed(one).includes(id)),
  },
  {
    sentence: 'a second contact gets an urgent report after half an hour and any other after a day',
    source: 'M2',
    holds: ({ decision }) =>
      decision.outcome !== 'send' || (decision.waitMinutes.urgent === 30 && decision.waitMinutes.other === 1440),
  },
  {
    sentence: 'beside every result stand a helpline that is not the state and one that can promise anonymity',
    source: 'R21, R22',
    holds: (one) => shows(one, 'helpline', 'crimestoppers') && !hasRepeats(one.decision.contacts),
  },
];
