import type { Decision } from '#contract/decision.ts';
import type { RawInputs } from '#contract/make-safe.ts';

/** One answered question of the proof: what was said and left out, who has a mailbox, and what was decided. */
export interface RoutingCase {
  readonly raw: RawInputs;
  readonly configured: ReadonlySet<string>;
  readonly decision: Decision;
}

/** A sentence that is true of every case. It is written from the research, never from the rules. */
export interface Invariant {
  readonly sentence: string;
  /** The row of domain.md, finding of service.md or line of the design that says so. */
  readonly source: string;
  readonly holds: (one: RoutingCase) => boolean;
}

/** Which council looks after children and adults (domain F1), written down here a second time. */
export const socialCareOf: Readonly<Record<string, string>> = {
  leicester: 'leicester',
  rutland: 'rutland',
  blaby: 'leicestershire',
  charnwood: 'leicestershire',
  harborough: 'leicestershire',
  'hinckley-bosworth': 'leicestershire',
  melton: 'leicestershire',
  'north-west-leicestershire': 'leicestershire',
  'oadby-wigston': 'leicestershire',
};

export const socialCareCouncils = ['leicester', 'leicestershire', 'rutland'] as const;

export const councilOf = ({ area }: RawInputs): string | undefined =>
  area === undefined ? undefined : socialCareOf[area];

/** Answers as a careful person reads them. */
export const isStopped = ({ danger, reporter }: RawInputs) => danger === 'yes' || reporter === 'professional';
export const isForSomeoneElse = ({ reporter }: RawInputs) => reporter === undefined || reporter === 'public';
export const isChildSure = ({ child, reporter }: RawInputs) => child === 'yes' || reporter === 'under-18';
export const mayBeChild = (raw: RawInputs) => isChildSure(raw) || raw.child === 'unsure';
export const isPlaceUnknown = ({ area }: RawInputs) => area === undefined || area === 'unknown';
export const isOnlyPay = ({ concern, control }: RawInputs) => concern === 'pay-only' && !control;
export const isOnlySafety = ({ concern, control }: RawInputs) => concern === 'safety-only' && !control;
export const isOnlyWork = (raw: RawInputs) => isOnlyPay(raw) || isOnlySafety(raw);

/** Work rights and nothing more. On the railway "not sure" about a child counts as a child (design rule 6). */
export function isWorkRights(raw: RawInputs): boolean {
  if (!isOnlyWork(raw) || isStopped(raw) || isChildSure(raw) || raw.danger === 'called') return false;
  if (raw.reporter === 'affected') return raw.danger !== 'unsure';
  return raw.area !== 'railway' || raw.child !== 'unsure';
}

/** In an area of ours: a council's, or somewhere here. */
export const isOurs = (raw: RawInputs) => councilOf(raw) !== undefined || raw.area === 'llr';

/** Forced work as ticked, or only pay or only safety with a sign of control (R12, R13: "any control sign makes it R4"). */
export const isLabour = ({ concern, control }: RawInputs) =>
  concern === 'labour' || (control && (concern === 'pay-only' || concern === 'safety-only'));

const exploitation: readonly RawInputs['concern'][] = ['domestic', 'sexual', 'criminal', 'money', 'organ', 'marriage'];
export const isExploitation = (raw: RawInputs) => isLabour(raw) || exploitation.includes(raw.concern);

/** Leaving out is refused here and nowhere else (design section 4, M10). */
export const mustBeKept = (raw: RawInputs) => isChildSure(raw) || raw.danger === 'called';

/** It has a mailbox and nobody left it out. */
export const isFree = ({ raw, configured }: RoutingCase, id: string) => configured.has(id) && !raw.exclude.includes(id);

/** It has a mailbox and was not left out, or may not be. */
export const isReachable = ({ raw, configured }: RoutingCase, id: string) =>
  configured.has(id) && (mustBeKept(raw) || !raw.exclude.includes(id));

export const primaryOf = ({ decision }: RoutingCase): string | undefined => decision.recipients[0]?.id;

export const isMailed = ({ decision }: RoutingCase, id: string) => decision.recipients.some((one) => one.id === id);

export const mailsNobody = ({ decision }: RoutingCase) =>
  decision.recipients.length === 0 && decision.then.length === 0;

export const shows = ({ decision }: RoutingCase, ...ids: readonly string[]) =>
  ids.every((id) => decision.contacts.includes(id));

/** The first phones are these, in this order. */
export const showsFirst = ({ decision }: RoutingCase, ...ids: readonly string[]) =>
  ids.every((id, index) => decision.contacts[index] === id);
