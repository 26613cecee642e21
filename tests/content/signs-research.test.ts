import { describe, expect, test } from 'vitest';
import signs from '#content/model/signs.yaml';
import topics from '#content/model/topics.yaml';
import { researchRows } from '../support/content/research.ts';

const weak = topics.flatMap((topic) => topic.weak);
const all = [...signs, ...weak];

/** What each row of the research lists, thing by thing, and the sign or the reading matter that says it. */
const things: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'A3/Five local signs': {
    'long hours': 'long-hours',
    chaperoning: 'never-alone',
    malnutrition: 'underfed',
    abuse: 'untreated-injuries',
    'lack of personal possessions': 'few-belongings',
  },
  'A3/Appearance': {
    'untreated injuries': 'untreated-injuries',
    underfed: 'underfed',
    unkempt: 'looks-unkempt',
    'same clothes every day': 'few-belongings',
    'clothes wrong for the weather': 'wrong-clothes',
    'kit wrong for the job': 'no-safety-kit',
  },
  'A3/Control': {
    'never alone': 'never-alone',
    'someone speaks for them': 'watched',
    coached: 'told-what-to-say',
    'not seen alone': 'not-allowed-to-see-doctor',
    'seems coached': 'quiet-or-uneasy',
  },
  'A3/Isolation': { 'does not know own address': 'does-not-know-address', 'little contact': 'cut-off' },
  'A3/Documents and money': {
    'no passport or identity card': 'documents-or-money-held',
    'no control of wages': 'account-holder-takes-pay',
    'one shared account': 'one-account-for-many',
  },
  'A3/Movement': { 'collected and dropped off': 'van-at-odd-hours', 'cannot leave freely': 'cannot-leave' },
  'A3/Living conditions': {
    'many unrelated adults': 'many-adults-one-address',
    overcrowded: 'crowded-lodging',
    'living where they work': 'sleeps-at-work',
    'windows always covered': 'covered-windows-night-visits',
  },
  'A3/Fear': {
    'avoids eye contact': 'avoids-eye-contact',
    'frightened of police': 'afraid-of-police',
    'threatened with the authorities': 'threat-to-be-sent-away',
  },
  'A3/Absence of normal': {
    'no life outside work': 'always-in-the-shop',
    'washes or shaves at work': 'washes-at-work',
    'no money for lunch': 'no-lunch-no-money',
  },
  'A4/Forced labour': {
    'restricted movement': 'cannot-leave',
    debt: 'debt',
    'pay withheld': 'pay-below-promise',
    'pay cut for fees': 'wages-paid-back',
    'no contract or payslip': 'no-payslip',
    'employer gives job, transport and housing': 'forced-rent-and-rides',
    'no safety kit': 'no-safety-kit',
    threats: 'threats',
    'threats to be sent away': 'threat-to-be-sent-away',
  },
  'A4/Debt bondage': { owes: 'debt', 'recruitment fee': 'fee-for-the-job', 'debt grows': 'forced-rent-and-rides' },
  'A4/Domestic servitude': {
    'rarely leaves': 'never-leaves-house',
    'only accompanied': 'never-alone',
    'no own room': 'no-own-room',
    'leftovers, poorer clothes': 'worse-food-and-clothes',
    'on call all hours': 'on-call-all-hours',
    'papers held': 'documents-or-money-held',
    'accused of theft': 'accused-after-leaving',
    'a child with no play': 'child-does-the-housework',
  },
  'A4/Sexual exploitation': {
    guarded: 'watched',
    'moved between addresses': 'moved-between-addresses',
    'does not keep earnings': 'earnings-taken',
    'few words': 'few-words',
    'branding tattoo': 'marked-by-another',
    injuries: 'untreated-injuries',
    'short visits': 'many-short-visits',
  },
  'A4/County lines': {
    'missing, far from home': 'child-far-from-home',
    'unexplained money, clothes, phones': 'child-sudden-money',
    'several phones': 'several-phones',
    'older controlling friends': 'gifts-with-strings',
    injuries: 'child-hurt',
    weapons: 'weapon-to-control',
    'mood change': 'mood-change',
    'self-harm': 'self-harm',
    'nickname, coded talk': 'coded-talk',
    'drop at school': 'child-missing-school',
    'unknown keys': 'keys-to-unknown-places',
  },
  'A4/Cuckooing': {
    'more callers': 'many-short-visits',
    'antisocial behaviour': 'noise-at-all-hours',
    'seen less': 'resident-not-seen',
    'new friends': 'home-taken-over',
    'belongings vanish': 'belongings-vanish',
    'disengages from services': 'keeps-help-away',
  },
  'A4/Cannabis cultivation': {
    smell: 'sweet-smell',
    'windows covered, late comings': 'covered-windows-night-visits',
    'condensation, fans, no frost': 'heat-and-damp',
    'tampered electricity': 'tampered-electricity',
    'pots and compost': 'thrown-out-pots',
    'never leaves': 'lives-among-plants',
    'food delivered': 'food-left-at-door',
  },
  'A4/Child (any form)': {
    'many children, no parent': 'many-children-one-address',
    'moves often, no doctor': 'moves-often',
    'not at school': 'child-missing-school',
    'false papers': 'papers-do-not-fit',
    'attached to the exploiter': 'calm-with-the-adult',
  },
  'A4/Organ removal': {
    'medical tests': 'tests-paid-by-others',
    scar: 'unexplained-scar',
    payment: 'body-part-asked',
  },
  'A4/Financial': {
    'control of account': 'documents-or-money-held',
    'control of benefits': 'benefits-taken',
    'forced to open an account': 'account-opened-for-others',
    'told what to say': 'told-what-to-say',
  },
  'A5/Garment factory': {
    'harm or threats': 'threats',
    'movement restricted': 'doors-locked-at-work',
    debt: 'debt',
    'pay below the minimum': 'pay-below-promise',
    'no holiday pay': 'no-holiday-pay',
    'topped up with benefits': 'told-to-claim-benefits',
    dismissal: 'sent-away-for-asking',
    lookout: 'lookout-for-visitors',
  },
  'A5/Hand car wash': {
    'unsuitable clothes': 'wrong-clothes',
    'one takes payment': 'one-person-takes-pay',
    'too many workers': 'many-workers',
    uneasy: 'quiet-or-uneasy',
    container: 'container-on-site',
    'no staff cars': 'no-staff-cars',
    'cars unwashed': 'cars-left-unwashed',
  },
  'A5/Nail bar': {
    'quiet or fearful': 'quiet-or-uneasy',
    'someone else talks': 'watched',
    'someone else takes payment': 'one-person-takes-pay',
    'no qualifications on show': 'no-certificates-on-show',
    'lives on site': 'sleeps-at-work',
    'cheap, cash': 'very-cheap-cash-only',
  },
  'A5/Farm, food processing': {
    'documents held': 'documents-or-money-held',
    'own interpreter': 'boss-interprets',
    'transport and rent': 'forced-rent-and-rides',
    'no payslip': 'no-payslip',
    'no licence': 'no-licence',
  },
  'A5/Construction': {
    'brought by van': 'van-at-odd-hours',
    'no genuine card': 'card-from-the-boss',
    'no kit': 'no-safety-kit',
    injuries: 'untreated-injuries',
    'unsure of pay': 'unsure-of-pay',
    'over-long weeks': 'long-hours',
    'living on site': 'container-on-site',
  },
  'A5/Care sector': {
    fees: 'fee-for-the-job',
    threats: 'threat-to-be-sent-away',
    'hours not given': 'hours-not-as-promised',
    'excessive hours': 'long-hours',
    'overcrowded housing': 'crowded-lodging',
    'charged for transport': 'forced-rent-and-rides',
    'documents kept': 'documents-or-money-held',
    'people cared for at risk': 'carer-too-tired',
  },
  'A5/Hotel, restaurant, takeaway': {
    'no own documents': 'documents-or-money-held',
    'one account': 'one-account-for-many',
    'group transport': 'van-at-odd-hours',
    'living in': 'sleeps-at-work',
    'cash bookings': 'cash-bookings',
    'young person with older adult': 'young-person-with-older-adult',
    'no address': 'does-not-know-address',
  },
  'A5/Private home': { 'as domestic servitude': 'never-leaves-house' },
  'A5/Rented house or flat used for sex': {
    'short visits': 'many-short-visits',
    'sparse furniture': 'sparse-rooms',
    'letterbox, cameras': 'sealed-letterbox',
    phones: 'bank-of-phones',
    adverts: 'advert-not-theirs',
    'frequent moves': 'moved-between-addresses',
    locks: 'locks-on-the-outside',
  },
  'A5/Cannabis house': { 'as cannabis cultivation': 'sweet-smell' },
  'A5/School, young people': {
    absence: 'child-missing-school',
    withdrawn: 'mood-change',
    'new items': 'child-sudden-money',
    cars: 'child-in-unknown-cars',
    fear: 'child-hurt',
  },
  'A5/Delivery, warehouse': {
    'odd hours': 'van-at-odd-hours',
    kit: 'no-safety-kit',
    controlled: 'watched',
    unkempt: 'looks-unkempt',
    injured: 'untreated-injuries',
    'shared accounts': 'account-holder-takes-pay',
  },
  'A5/Fishing': { crew: 'crew-on-a-boat' },
  'A5/Trains and stations': { withdrawn: 'mood-change', 'sudden money': 'child-sudden-money' },
};

describe('the research', () => {
  test('has no row of signs that is not taken apart here', () => {
    expect(Object.keys(things)).toEqual(researchRows.filter((row) => !row.startsWith('A2/')));
  });

  test.each(Object.entries(things))('%s: each thing is said by a sign or by reading matter', (row, listed) => {
    const unsaid = Object.entries(listed).filter(
      ([, id]) => !all.some((sign) => sign.id === id && sign.serves.includes(row)),
    );
    expect(unsaid).toEqual([]);
  });

  test('is said by fair signs for most things, by reading matter for the rest', () => {
    const said = Object.values(things).flatMap((listed) => Object.values(listed));
    const fair = said.filter((id) => signs.some((sign) => sign.id === id)).length;
    console.log(`${said.length} things of ${Object.keys(things).length} rows: ${fair} by signs, the rest to read`);
    expect(fair / said.length).toBeGreaterThan(0.7);
  });

  test('that no source says is never a box', () => {
    expect(signs.filter(({ source }) => source.includes('GENERAL')).map(({ id }) => id)).toEqual([]);
  });
});
