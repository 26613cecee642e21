import {
  councilOf,
  type Invariant,
  isChildSure,
  isForSomeoneElse,
  isMailed,
  isOnlyWork,
  isReachable,
  isStopped,
  mailsNobody,
  primaryOf,
  shows,
  showsFirst,
} from './routing-case.ts';

const isBlankOrNo = (answer: string | undefined) => answer === undefined || answer === 'no';

/** True because of who writes, and of what they say about danger. */
export const reporterInvariants: readonly Invariant[] = [
  {
    sentence: 'someone in danger now gets 999 first and nobody is mailed',
    source: 'R1, M5',
    holds: (one) =>
      one.raw.danger === 'yes'
        ? one.decision.outcome === 'emergency' && mailsNobody(one) && showsFirst(one, 'emergency')
        : one.decision.outcome !== 'emergency',
  },
  {
    sentence: 'who is not sure about danger, or has called 999, still sees 999',
    source: 'R2',
    holds: (one) => !['unsure', 'called'].includes(one.raw.danger ?? '') || shows(one, 'emergency'),
  },
  {
    sentence: 'a professional is shown the formal ways and nobody is mailed',
    source: 'R20, M11',
    holds: (one) =>
      one.raw.reporter === 'professional' && one.raw.danger !== 'yes'
        ? one.decision.outcome === 'professional' &&
          mailsNobody(one) &&
          showsFirst(one, 'emergency', 'police-partners', 'police')
        : one.decision.outcome !== 'professional',
  },
  {
    sentence: 'a professional sees the council’s lines for children and adults, and the support for victims',
    source: 'R20, M21',
    holds: (one) => {
      const council = councilOf(one.raw);
      if (one.decision.outcome !== 'professional') return true;
      const lines = council === undefined ? [] : [`children-${council}`, `adults-${council}`];
      return shows(one, ...lines, 'victim-support');
    },
  },
  {
    sentence: 'a child in danger now sees the children’s line after 999, and nobody else does',
    source: 'M7',
    holds: (one) =>
      one.raw.danger !== 'yes' || (one.decision.contacts[1] === 'child-line') === (one.raw.reporter === 'under-18'),
  },
  {
    sentence: 'a child who writes is taken wherever the place is, and the police cannot be left out',
    source: 'M6, M7',
    holds: (one) =>
      one.raw.reporter !== 'under-18' ||
      isStopped(one.raw) ||
      !one.configured.has('police') ||
      primaryOf(one) === 'police',
  },
  {
    sentence: 'a child who writes sees first the lines that keep a confidence, then 999, and one made for the young',
    source: 'M7',
    holds: (one) => {
      const isYoung = one.raw.reporter === 'under-18';
      if (shows(one, 'youth-crimestoppers') !== isYoung) return false;
      return !isYoung || isStopped(one.raw) || showsFirst(one, 'child-line', 'missing-people', 'emergency');
    },
  },
  {
    sentence: 'a child who writes reaches the children’s services of that council too, where agreed',
    source: 'design rule 3',
    holds: (one) => {
      const id = `children-${councilOf(one.raw)}`;
      return one.raw.reporter !== 'under-18' || isStopped(one.raw) || !one.configured.has(id) || isMailed(one, id);
    },
  },
  {
    sentence: 'an affected person is taken wherever she is, but for work rights alone',
    source: 'M6',
    holds: (one) => {
      const { raw } = one;
      if (raw.reporter !== 'affected' || isStopped(raw) || !isReachable(one, 'police')) return true;
      const isWorkRights = isOnlyWork(raw) && !isChildSure(raw) && isBlankOrNo(raw.danger);
      return isWorkRights || primaryOf(one) === 'police';
    },
  },
  {
    sentence: 'an affected person who is taken has one reader and sees first a phone that is not the state',
    source: 'M6, M8',
    holds: (one) =>
      one.raw.reporter !== 'affected' ||
      one.decision.outcome !== 'send' ||
      (one.decision.recipients.length === 1 && showsFirst(one, 'helpline', 'victim-support', 'emergency')),
  },
  {
    sentence: 'an affected person who leaves out the police is never written to them about',
    source: 'M10, R21',
    holds: (one) =>
      one.raw.reporter !== 'affected' ||
      one.raw.child === 'yes' ||
      one.raw.danger === 'called' ||
      !one.raw.exclude.includes('police') ||
      !isMailed(one, 'police'),
  },
  {
    sentence: 'a report of somebody for whom 999 was called is taken, here',
    source: 'design section 4, `called`; H6',
    holds: (one) =>
      one.raw.danger !== 'called' ||
      isStopped(one.raw) ||
      (isForSomeoneElse(one.raw) && one.raw.area === 'outside') ||
      !one.configured.has('police') ||
      isMailed(one, 'police') ||
      primaryOf(one) === 'helpline',
  },
];
