import type { RawInputs } from '#contract/make-safe.ts';
import {
  councilOf,
  type Invariant,
  isExploitation,
  isForSomeoneElse,
  isFree,
  isLabour,
  isMailed,
  isPlaceUnknown,
  isReachable,
  isStopped,
  isWorkRights,
  mailsNobody,
  mayBeChild,
  primaryOf,
} from './routing-case.ts';

/** True because of what people are made to do. */
export const concernInvariants: readonly Invariant[] = [
  {
    sentence: 'only pay or only safety, without control, a child or danger, is never mailed',
    source: 'R12, R13, M10',
    holds: (one) => !isWorkRights(one.raw) || mailsNobody(one),
  },
  {
    sentence: 'forced work here goes to the labour inspectors too, where agreed, and nothing else does',
    source: 'R4, R6, domain B4',
    holds: (one) =>
      isMailed(one, 'labour-enforcement') ===
      (isAdultHere(one.raw) && isLabour(one.raw) && isFree(one, 'labour-enforcement')),
  },
  {
    sentence: 'someone who cannot look after themselves is told to the adults’ services of that council, where agreed',
    source: 'R7, R8, R10, R11, R15',
    holds: (one) => {
      const services = `adults-${councilOf(one.raw)}`;
      const isDue = isAdultHere(one.raw) && isExploitation(one.raw) && one.raw.care;
      return isMailed(one, services) === (isDue && isFree(one, services));
    },
  },
  {
    sentence: 'every kind of exploitation here goes to the police first',
    source: 'R4, R8 to R11, R14, R15',
    holds: (one) =>
      !isAdultHere(one.raw) || !isExploitation(one.raw) || !isReachable(one, 'police') || primaryOf(one) === 'police',
  },
  {
    sentence: 'nobody needs to be sure: without a concern it goes to the police, and to nobody else',
    source: 'R17',
    holds: (one) =>
      !isAdultHere(one.raw) ||
      !(one.raw.concern === undefined || one.raw.concern === 'unsure') ||
      !isReachable(one, 'police') ||
      (primaryOf(one) === 'police' && one.decision.recipients.length === 1),
  },
];

/** Somebody else, here, not a child as far as anyone said. */
const isAdultHere = (raw: RawInputs) =>
  isForSomeoneElse(raw) && !isStopped(raw) && !mayBeChild(raw) && raw.area !== 'outside' && !isPlaceUnknown(raw);
