import {
  councilOf,
  type Invariant,
  isChildSure,
  isForSomeoneElse,
  isLabour,
  isOnlyPay,
  isOnlySafety,
  isOnlyWork,
  isOurs,
  isStopped,
  isWorkRights,
  mayBeChild,
  type RoutingCase,
  shows,
  showsFirst,
} from './routing-case.ts';

/** True of the phones that are shown: neither one too few nor one that has nothing to do with it. */
export const phoneInvariants: readonly Invariant[] = [
  {
    sentence: 'who asks only about pay sees who can help with it, wherever that is',
    source: 'R12',
    holds: (one) => !isOnlyPay(one.raw) || !isWorkRights(one.raw) || shows(one, 'work-rights'),
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
    sentence: 'who asks about pay or safety is offered independent advice, wherever it is here',
    source: 'R12, domain B4',
    holds: (one) => !isWorkRights(one.raw) || one.raw.area === 'outside' || shows(one, 'citizens-advice'),
  },
  {
    sentence: 'who asks about pay or safety and is in no doubt about danger is not frightened with 999',
    source: 'R2, R12',
    holds: (one) => !isWorkRights(one.raw) || one.raw.danger === 'unsure' || !shows(one, 'emergency'),
  },
  {
    sentence: 'bodies for pay and safety are shown to nobody who tells of something worse',
    source: 'R12, R13',
    holds: (one) => isOnlyWork(one.raw) || !one.decision.contacts.some((id) => isForWork(id)),
  },
  {
    sentence: 'bodies for safety are shown to nobody who asks only about pay',
    source: 'R13',
    holds: (one) => isOnlySafety(one.raw) || !one.decision.contacts.some((id) => isForSafety(id)),
  },
  {
    sentence: 'the labour inspectors are shown to whoever asks only about pay, here',
    source: 'R12',
    holds: (one) =>
      shows(one, 'labour-enforcement') ===
      (isOnlyPay(one.raw) && isWorkRights(one.raw) && isForSomeoneElse(one.raw) && one.raw.area !== 'outside'),
  },
  {
    sentence: 'an affected person who asks about her rights at work sees too who can support her',
    source: 'domain B5',
    holds: (one) => one.raw.reporter !== 'affected' || isStopped(one.raw) || shows(one, 'victim-support'),
  },
  {
    sentence: 'garment workers here see the advice bureau for garment workers, and nobody else does',
    source: 'R6, domain B4',
    holds: (one) =>
      shows(one, 'garment-advice') ===
      (one.raw.place === 'garment-factory' && isOurs(one.raw) && (isLabour(one.raw) || isOnlyPay(one.raw))),
  },
  {
    sentence: 'a forced marriage shows the national unit, and nothing else does',
    source: 'R15',
    holds: (one) => shows(one, 'forced-marriage') === (one.raw.concern === 'marriage'),
  },
  {
    sentence: 'sexual exploitation here shows those who help after it, and nothing else does',
    source: 'R9, M21',
    holds: (one) => shows(one, 'sexual-assault') === (one.raw.concern === 'sexual' && one.raw.area !== 'outside'),
  },
  {
    sentence: 'the railway’s police are shown on the railway and nowhere else',
    source: 'domain B1',
    holds: (one) => shows(one, 'transport-police') === (one.raw.area === 'railway'),
  },
  {
    sentence: 'the council’s line for adults is shown where care is ticked, and not without a reason',
    source: 'domain B6',
    holds: (one) => showsCouncilLine(one, 'adults', one.raw.care),
  },
  {
    sentence: 'the council’s line for children is shown where a child may be at risk, and not without a reason',
    source: 'domain B6',
    holds: (one) => showsCouncilLine(one, 'children', mayBeChild(one.raw)),
  },
  {
    sentence: 'whoever tells of a child here sees 999, the police and the national child line as well',
    source: 'R3, R16',
    holds: (one) => {
      const { raw } = one;
      const isTold = isChildSure(raw) || (raw.child === 'unsure' && !isOnlyWork(raw));
      return !isTold || !isForSomeoneElse(raw) || raw.area === 'outside' || isStopped(raw)
        ? true
        : shows(one, 'emergency', 'child-advice', 'police');
    },
  },
  {
    sentence: 'the national child line is shown to nobody who tells of no child',
    source: 'domain B5',
    holds: (one) => mayBeChild(one.raw) || !shows(one, 'child-advice'),
  },
  {
    sentence: 'every report that is sent for somebody else shows 101, and the helpline where no child is in it',
    source: 'domain, principle 2',
    holds: (one) =>
      one.decision.outcome !== 'send' ||
      one.raw.reporter === 'under-18' ||
      (shows(one, 'police') && (mayBeChild(one.raw) || showsFirst(one, 'helpline'))),
  },
  {
    sentence: 'who tells of a child outside sees the national child line first',
    source: 'R19',
    holds: (one) =>
      one.raw.area !== 'outside' ||
      !isForSomeoneElse(one.raw) ||
      isStopped(one.raw) ||
      showsFirst(one, 'child-advice') === mayBeChild(one.raw),
  },
];

const isForSafety = (id: string) => id === 'workplace-safety' || id.startsWith('environmental-health-');
const isForWork = (id: string) => id === 'work-rights' || id === 'citizens-advice' || isForSafety(id);

/** In the area of a council: exactly with the reason, and for professionals. Somewhere here: always (domain F4.4). */
function showsCouncilLine(one: RoutingCase, role: string, hasReason: boolean): boolean {
  const council = councilOf(one.raw) ?? 'leicestershire';
  const isShown = shows(one, `${role}-${council}`);
  if (one.raw.area === 'outside') return !isShown;
  return isShown === (hasReason || one.decision.outcome === 'professional' || one.raw.area === 'llr');
}

/** Whether the national inspectors and whether the district are shown: one place of each kind, from domain B4. */
const inspected: Readonly<Record<string, readonly [boolean, boolean]>> = {
  'garment-factory': [true, false],
  construction: [true, false],
  shop: [false, true],
};
