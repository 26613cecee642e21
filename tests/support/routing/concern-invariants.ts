import {
  councilOf,
  type Invariant,
  isChildSure,
  isExploitation,
  isForSomeoneElse,
  isFree,
  isLabour,
  isMailed,
  isOnlyPay,
  isOnlySafety,
  isOnlyWork,
  isPlaceUnknown,
  isReachable,
  isStopped,
  mailsNobody,
  mayBeChild,
  primaryOf,
  shows,
} from './routing-case.ts';

/** True because of what people are made to do. */
export const concernInvariants: readonly Invariant[] = [
  {
    sentence: 'only pay or only safety, without control, a child or danger, is never mailed',
    source: 'R12, R13, M10',
    holds: (one) => !isWorkRights(one.raw) || mailsNobody(one),
  },
  {
    sentence: 'who asks only about pay sees who can help with it, wherever that is',
    source: 'R12',
    holds: (one) => !isOnlyPay(one.raw) || !isWorkRights(one.raw) || shows(one, 'work-rights'),
  },
  {
    sentence: 'a garment worker here who asks only about pay sees the advice bureau for garment workers',
    source: 'R6, domain B4',
    holds: (one) =>
      !isOnlyPay(one.raw) || !isWorkRights(one.raw) || !isGarmentHere(one.raw) || shows(one, 'garment-advice'),
  },
  {
    sentence: 'only safety: the national inspectors for factories, the district for shops, both where it is not known',
    source: 'R13, domain B4',
    holds: (one) => {
      const { raw } = one;
      if (!isOnlySafety(raw) || !isWorkRights(raw) || councilOf(raw) === undefined) return true;
      const district = `environmental-health-${raw.area}`;
      const isShown = [shows(one, 'workplace-safety'), shows(one, district)].join();
      return isShown === (inspected[raw.place ?? ''] ?? [true, true]).join();
    },
  },
  {
    sentence: 'only safety always has somebody to phone about it',
    source: 'R13',
    holds: (one) =>
      !isOnlySafety(one.raw) ||
      !isWorkRights(one.raw) ||
      one.decision.contacts.some((id) => id === 'workplace-safety' || id.startsWith('environmental-health-')),
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
    sentence: 'the phone of the adults’ services of that council is shown wherever care is ticked',
    source: 'domain B6',
    holds: (one) => !one.raw.care || councilOf(one.raw) === undefined || shows(one, `adults-${councilOf(one.raw)}`),
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

type Raw = Parameters<typeof isStopped>[0];

/** Work rights and nothing more. On the railway "not sure" about a child counts as a child (design rule 6). */
function isWorkRights(raw: Raw): boolean {
  if (!isOnlyWork(raw) || isStopped(raw) || isChildSure(raw) || raw.danger === 'called') return false;
  if (raw.reporter === 'affected') return raw.danger !== 'unsure';
  return raw.area !== 'railway' || raw.child !== 'unsure';
}

/** Somebody else, here, not a child as far as anyone said. */
const isAdultHere = (raw: Raw) =>
  isForSomeoneElse(raw) && !isStopped(raw) && !mayBeChild(raw) && raw.area !== 'outside' && !isPlaceUnknown(raw);

const isGarmentHere = (raw: Raw) =>
  raw.place === 'garment-factory' && (councilOf(raw) !== undefined || raw.area === 'llr');

/** Whether the national inspectors and whether the district are shown: one place of each kind, from domain B4. */
const inspected: Readonly<Record<string, readonly [boolean, boolean]>> = {
  'garment-factory': [true, false],
  construction: [true, false],
  shop: [false, true],
};
