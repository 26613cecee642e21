import {
  councilOf,
  type Invariant,
  isChildSure,
  isForSomeoneElse,
  isMailed,
  isOnlyWork,
  isPlaceUnknown,
  isReachable,
  isStopped,
  mailsNobody,
  mayBeChild,
  primaryOf,
  shows,
  showsFirst,
  socialCareCouncils,
} from './routing-case.ts';

const childrenLines = socialCareCouncils.map((council) => `children-${council}`);
const adultsLines = socialCareCouncils.map((council) => `adults-${council}`);
const councilLines = new Set([...childrenLines, ...adultsLines]);

/** True because of a child, or of where it is. */
export const areaInvariants: readonly Invariant[] = [
  {
    sentence: 'a child here is never without the phone of the children’s services of that council',
    source: 'R3, domain B6',
    holds: (one) => {
      const council = councilOf(one.raw);
      if (!mayBeChild(one.raw)) return true;
      return council === undefined
        ? one.raw.area !== 'llr' || shows(one, ...childrenLines)
        : shows(one, `children-${council}`);
    },
  },
  {
    sentence: 'whoever tells of a child sees the council’s line first of all',
    source: 'R3: children’s services by phone',
    holds: (one) => {
      const council = councilOf(one.raw);
      return !tellsOfChild(one.raw) || council === undefined || showsFirst(one, `children-${council}`);
    },
  },
  {
    sentence: 'a child is told to the police even if they were left out, and to that council’s services where agreed',
    source: 'R3, M10',
    holds: (one) => {
      if (!tellsOfChild(one.raw) || one.raw.area === 'outside') return true;
      const services = `children-${councilOf(one.raw)}`;
      const police = !isReachable(one, 'police') || primaryOf(one) === 'police';
      return police && (!isReachable(one, services) || isMailed(one, services));
    },
  },
  {
    sentence: 'a child outside, or where nobody knows the place, has the national child line too',
    source: 'R18, R19',
    holds: (one) =>
      !mayBeChild(one.raw) || !(one.raw.area === 'outside' || isPlaceUnknown(one.raw)) || shows(one, 'child-advice'),
  },
  {
    sentence: 'a child on the railway: the text number of the railway’s police comes first, and the police get it',
    source: 'R16',
    holds: (one) => {
      if (one.raw.area !== 'railway' || !isForSomeoneElse(one.raw) || isStopped(one.raw) || !mayBeChild(one.raw))
        return true;
      return showsFirst(one, 'transport-police') && (!isReachable(one, 'police') || primaryOf(one) === 'police');
    },
  },
  {
    sentence: 'nobody here is mailed about outside, except for a child or an affected person who writes',
    source: 'R19',
    holds: (one) =>
      one.raw.area !== 'outside' ||
      !isForSomeoneElse(one.raw) ||
      isStopped(one.raw) ||
      (mailsNobody(one) && shows(one, 'helpline', 'crimestoppers', 'police', 'victim-support')),
  },
  {
    sentence: 'where nobody knows the place, the helpline is first and the police come next',
    source: 'R18, design rule 10',
    holds: (one) => {
      const { raw } = one;
      const isTaken = isForSomeoneElse(raw) && !isStopped(raw) && !mayBeChild(raw) && !isSignposted(raw);
      if (!isPlaceUnknown(raw) || !isTaken) return true;
      if (isReachable(one, 'helpline')) return primaryOf(one) === 'helpline';
      return primaryOf(one) === (isReachable(one, 'police') ? 'police' : undefined);
    },
  },
  {
    sentence: 'somewhere here, not sure where: every council’s number is shown and no council is mailed',
    source: 'domain F4.4, design rule `llr`',
    holds: (one) => {
      if (one.raw.area !== 'llr') return true;
      return (
        shows(one, ...adultsLines, ...childrenLines) && !one.decision.recipients.some(({ id }) => councilLines.has(id))
      );
    },
  },
  {
    sentence: 'no council but that of the place is mailed, or shown where the place is known',
    source: 'domain F4.6',
    holds: (one) => {
      const council = councilOf(one.raw);
      const isTheirs = (id: string) =>
        !councilLines.has(id) || id === `children-${council}` || id === `adults-${council}`;
      const isShownWell =
        council === undefined && one.raw.area !== 'outside' ? true : one.decision.contacts.every(isTheirs);
      return isShownWell && one.decision.recipients.every(({ id }) => isTheirs(id));
    },
  },
];

type Raw = Parameters<typeof isStopped>[0];

/** Not only pay or only safety, unless the child is certain: "not sure" leaves those with work rights (M10). */
function tellsOfChild(raw: Raw): boolean {
  if (!isForSomeoneElse(raw) || isStopped(raw) || raw.area === 'outside' || raw.area === 'railway') return false;
  return isChildSure(raw) || (raw.child === 'unsure' && !isOnlyWork(raw));
}

const isSignposted = (raw: Raw) => isOnlyWork(raw) && raw.danger !== 'called';
