import { describe, expect, test } from 'vitest';
import { formatPhone, isPhoneNumber, phoneHref, shownHours, shownPhones } from '#contract/phone.ts';

const aPhone = { kind: 'voice', verified: null, source: ['seed 004'] } as const;

describe('a number', () => {
  test.each([
    ['+448000121700', '0800 0121 700'],
    ['+44800555111', '0800 555 111'],
    ['+44800405040', '0800 40 50 40'],
    ['+448001111', '0800 1111'],
    ['+448008083733', '0800 808 3733'],
    ['+448088005000', '0808 800 5000'],
    ['+443001231100', '0300 123 1100'],
    ['+443454040506', '0345 404 0506'],
    ['+441164541004', '0116 454 1004'],
    ['+441572758407', '01572 758407'],
    ['+442070080151', '020 7008 0151'],
    ['+447624818901', '07624 818901'],
    ['999', '999'],
    ['101', '101'],
    ['18000', '18000'],
    ['18001101', '18001 101'],
    ['61016', '61016'],
    ['116000', '116 000'],
  ])('stored as %s is read as %s', (stored, read) => expect(formatPhone(stored)).toBe(read));

  test.each([
    ['the number of the helpline with a digit lost', '0800121700'],
    ['the same with the country in front', '+44800121700'],
    ['the same with the 0 left in', '+440800121700'],
    ['the helpline as people write it', '08000121700'],
    ['a freephone number with a digit too many', '+4480001217000'],
    ['a Leicester number with a digit lost', '+44116454100'],
    ['a Leicester number with a digit too many', '+4411645410041'],
    ['a number with spaces', '+44 116 454 1004'],
    ['a number of another country', '+353116454100'],
    ['a number that costs money to call', '+448451234567'],
    ['a short number nobody knows', '1234'],
    ['nothing', ''],
  ])('that is %s can never be stored', (_about, number) => {
    expect(isPhoneNumber(number)).toBe(false);
    expect(() => formatPhone(number)).toThrow('agencies.yaml');
  });

  test('keeps every digit when it is read', () => {
    for (const number of ['+448000121700', '+441572758407', '+44800405040']) {
      expect(formatPhone(number).replaceAll(' ', '')).toBe(number.replace('+44', '0'));
    }
  });

  test('is called by a press, or texted where it takes texts only', () => {
    expect(phoneHref({ number: '+448000121700', kind: 'voice' })).toBe('tel:+448000121700');
    expect(phoneHref({ number: '18000', kind: 'relay' })).toBe('tel:18000');
    expect(phoneHref({ number: '61016', kind: 'text' })).toBe('sms:61016');
  });
});

describe('of an agency', () => {
  const called = { ...aPhone, number: '101', confidence: 'C' } as const;
  const lead = { ...aPhone, number: '116000', confidence: 'V' } as const;

  test('a number that nobody read in a source is not shown, dated or not', () => {
    expect(shownPhones({ phones: [lead, called, { ...lead, verified: '2027-03-01' }] })).toEqual([called]);
  });

  test('hours are shown only once a named person has checked them', () => {
    expect(shownHours({ hours: { text: '24/7', verified: null } })).toBeUndefined();
    expect(shownHours({ hours: { text: '24/7', verified: '2027-03-01' } })).toBe('24/7');
    expect(shownHours({})).toBeUndefined();
  });
});
