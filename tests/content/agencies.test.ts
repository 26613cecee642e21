import { describe, expect, test } from 'vitest';
import words from '#content/en/agencies.json';
import agencies from '#content/model/agencies.yaml';
import routes from '#content/model/routes.yaml';
import type { Agency } from '#contract/model.ts';
import { formatPhone, shownPhones } from '#contract/phone.ts';
import { everyString } from '../support/content/every-string.ts';

const nine = [
  'leicester',
  'blaby',
  'charnwood',
  'harborough',
  'hinckley-bosworth',
  'melton',
  'north-west-leicestershire',
  'oadby-wigston',
  'rutland',
];
const three = ['leicester', 'leicestershire', 'rutland'];
const of = (role: string, councils: readonly string[]) => councils.map((council) => `${role}-${council}`);

/** The agency row of design section 4. */
const designed = [
  'emergency',
  'police',
  'police-partners',
  'transport-police',
  'helpline',
  'crimestoppers',
  'youth-crimestoppers',
  'labour-enforcement',
  'work-rights',
  'workplace-safety',
  'fire-service',
  'victim-support',
  'garment-advice',
  'citizens-advice',
  'child-advice',
  'child-line',
  'missing-people',
  'forced-marriage',
  'sexual-assault',
  ...of('children', three),
  ...of('adults', three),
  ...of('environmental-health', nine),
  ...of('housing', nine),
];
/** The other bodies of domain B: for professionals, or for nobody. */
const professional = ['hope-for-justice', 'kalayaan', 'voluntary-action', 'child-guardians', 'pre-nrm-support'];
const noRoute = ['regional-police-unit', 'police-commissioner', 'minimum-wage-team', 'gangmasters'];

/** Every number that domain B gives as C, as a person reads it there. */
const confirmed: Readonly<Record<string, readonly string[]>> = {
  emergency: ['999', '18000', '999'],
  police: ['101', '18001 101', '07624 818 901'],
  'transport-police': ['61016', '0800 40 50 40'],
  helpline: ['0800 0121 700'],
  crimestoppers: ['0800 555 111'],
  'victim-support': ['0800 808 3733'],
  'child-advice': ['0808 800 5000'],
  'child-line': ['0800 1111'],
  'child-guardians': ['0800 043 4303'],
  'pre-nrm-support': ['07392 808943'],
  'work-rights': ['0300 123 1100'],
  'workplace-safety': ['0300 003 1647'],
  'garment-advice': ['0116 253 1053'],
  'citizens-advice': ['03454 04 05 06'],
  'children-leicester': ['0116 454 1004'],
  'children-leicestershire': ['0116 305 0005'],
  'children-rutland': ['01572 758407', '0116 305 0005'],
  'adults-leicester': ['0116 454 1004'],
  'adults-leicestershire': ['0116 305 0004', '0116 305 0888'],
  'adults-rutland': ['01572 758341'],
};
/** Leads of the practitioner's review (M21, L7, L12, L13): whoever dials them makes them C. */
const leads = {
  'missing-people': ['116 000'],
  'forced-marriage': ['020 7008 0151'],
  'housing-leicester': ['0116 454 1008', '0116 221 2770'],
};
/** The hours of domain B that no other source contradicts. */
const agreedHours = {
  'victim-support': '24/7',
  'child-guardians': '24/7',
  'pre-nrm-support': 'Mon-Fri 09:00-16:00',
  'work-rights': 'Mon-Fri 08:00-18:00',
  'children-leicester': '24/7',
  'children-leicestershire': '24/7',
  'adults-leicester': '24/7',
  'adults-leicestershire': 'Mon-Thu 08:30-17:00; Fri 08:30-16:30',
};

const worded: Readonly<Record<string, { readonly name: string; readonly phones?: object }>> = words;
const agencyById = new Map(agencies.map((agency) => [agency.id, agency]));
const digits = (number: string) => number.replaceAll(' ', '');
const digitsOf = (phones: Agency['phones']) => phones.map(({ number }) => digits(formatPhone(number)));
const withPhones = (phones: (agency: Agency) => Agency['phones']) =>
  Object.fromEntries(
    agencies.filter((agency) => phones(agency).length > 0).map((agency) => [agency.id, digitsOf(phones(agency))]),
  );
const inDigits = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(table).map(([id, numbers]) => [id, numbers.map(digits)]));

describe('the agencies', () => {
  test('are the ids of the design and the other bodies of the research, and no other', () => {
    expect([...agencyById.keys()].sort()).toEqual([...designed, ...professional, ...noRoute].sort());
  });

  test('name a council where they are one of several, and it is the end of the id', () => {
    const perCouncil = agencies.filter(({ id }) => /^(children|adults|environmental-health|housing)-/.test(id));
    expect(perCouncil).toHaveLength(24);
    expect(perCouncil.filter(({ id, council }) => !council || !id.endsWith(`-${council}`))).toEqual([]);
  });

  test('that are for professionals, or for nobody, are named as such', () => {
    const marked = (agency: Agency) => agency.audience === 'professional';
    expect(
      agencies
        .filter(marked)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['police-partners', ...professional, ...noRoute].sort());
    expect(
      agencies
        .filter(({ neverRoute }) => neverRoute)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...noRoute].sort());
  });

  // Dates are for whoever dials. With the first one this test has done its work: take it out then.
  test('have been checked by nobody yet, and say so', () => {
    const dates = agencies.flatMap(({ verified, phones, hours }) => [
      verified,
      hours?.verified,
      ...phones.map((phone) => phone.verified),
    ]);
    expect(dates.filter((date) => date !== null && date !== undefined)).toEqual([]);
  });

  test('hold the numbers that the research confirms, in its order, and show no other', () => {
    expect(withPhones(shownPhones)).toEqual(inDigits(confirmed));
  });

  test('keep the leads that nobody dialled out of sight', () => {
    expect(withPhones(({ phones }) => phones.filter(({ confidence }) => confidence === 'V'))).toEqual(inDigits(leads));
  });

  test('have hours only where the sources agree', () => {
    const hours = agencies.flatMap((agency) => (agency.hours ? [[agency.id, agency.hours.text]] : []));
    expect(Object.fromEntries(hours)).toEqual(agreedHours);
  });

  test('with several numbers have a label for each, worded in English, and with one have none', () => {
    const labels = (id: string) => Object.keys(worded[id]?.phones ?? {});
    for (const { id, phones } of agencies) {
      expect([id, phones.map(({ label }) => label).filter(Boolean)]).toEqual([id, phones.length > 1 ? labels(id) : []]);
      expect(new Set(labels(id)).size).toBe(phones.length > 1 ? phones.length : 0);
    }
  });

  test('store the number of the helpline in full', () => {
    expect(agencyById.get('helpline')?.phones.map(({ number }) => number)).toEqual(['+448000121700']);
  });
});

describe('the old labour authority', () => {
  test('is history: it ended, has no phone and no site, and no rule names it', () => {
    expect(agencyById.get('gangmasters')).toMatchObject({ phones: [], neverRoute: true, validTo: '2026-04-07' });
    expect(agencyById.get('gangmasters')?.website).toBeUndefined();
  });

  test('is named nowhere in the words but in its own entry, which says that it closed', () => {
    const naming = everyString().filter(({ text }) => /GLAA|gangmaster/i.test(text));
    const own = naming.filter(({ file }) => /(?:^|\/)agencies\.json$/.test(file));
    expect(naming.filter((one) => !own.includes(one))).toEqual([]);
    expect(own.length).toBeGreaterThan(0);
    for (const { path, text } of own)
      expect({ path, text }).toEqual({ path: 'gangmasters.name', text: 'Gangmasters and Labour Abuse Authority' });
    expect(words.gangmasters.what).toMatch(/^Closed\./);
  });

  test('has left none of its numbers behind', () => {
    const kept = agencies.flatMap(({ phones }) => phones).map(({ number }) => number);
    expect(kept.filter((number) => ['+448004320804', '+443456025020'].includes(number))).toEqual([]);
  });
});

describe('a rule', () => {
  test('never names a body that nobody may be sent to, and only agencies that there are', () => {
    const named = targetsIn(routes).filter((id) => !id.endsWith('@area'));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !agencyById.has(id) || agencyById.get(id)?.neverRoute)).toEqual([]);
  });
});

/** Every agency that the routing table names, wherever in it. */
function targetsIn({ rules, offers }: typeof routes): readonly string[] {
  const targets = [
    ...offers,
    ...rules.flatMap((rule) => rule.contacts),
    ...rules.flatMap((rule) =>
      rule.outcome === 'send' ? [...rule.sendTo.primary, ...rule.sendTo.copies, ...rule.then] : [],
    ),
  ];
  return targets.map((target) => (typeof target === 'string' ? target : target.to));
}
