import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextReading, parseReadingHours, readsAt } from '../../functions/report/reading-hours.ts';

const office = 'Mon-Fri 09:00-17:00; Sat 10:00-12:00';

describe('reading hours', () => {
  test.each([
    ['24/7'],
    ['Mon-Fri 09:00-17:00'],
    ['Mon-Fri 09:00-17:00; Sat 10:00-12:00'],
    ['Mon,Wed,Fri 08:30-24:00'],
    ['Sat-Mon 00:00-06:00'],
  ])('%s is understood', (reads) => expect(parseReadingHours(reads)).toBeDefined());

  test.each([
    ['nothing', ''],
    ['hours without a day', '09:00-17:00'],
    ['an end before its start', 'Mon 17:00-09:00'],
    ['an hour that no clock shows', 'Mon 09:00-25:00'],
    ['a minute that no clock shows', 'Mon 09:60-17:00'],
    ['a day in another language', 'Lun 09:00-17:00'],
    ['a day in full', 'Monday 09:00-17:00'],
    ['a trailing separator', 'Mon 09:00-17:00;'],
    ['a list of three days with dashes', 'Mon-Wed-Fri 09:00-17:00'],
  ])('%s is not understood', (_about, reads) => expect(parseReadingHours(reads)).toBeUndefined());

  test('hours that nobody can read count as nobody, and have no next moment', () => {
    expect(readsAt('office hours', new Date('2027-01-04T09:00:00Z'))).toBe(false);
    expect(() => nextReading('office hours', new Date())).toThrow('"office hours" is not reading hours: write 24/7');
  });

  test.each<[about: string, reads: string, at: string, answer: boolean]>([
    ['nine on a winter Monday', office, '2027-01-04T09:00:00Z', true],
    ['a minute before nine on a winter Monday', office, '2027-01-04T08:59:59Z', false],
    ['nine on a summer Monday, which is eight in UTC', office, '2027-07-05T08:00:00Z', true],
    ['five on a winter Friday, when they go', office, '2027-01-08T17:00:00Z', false],
    ['Saturday at eleven', office, '2027-01-09T11:00:00Z', true],
    ['Sunday at eleven', office, '2027-01-10T11:00:00Z', false],
    ['midnight of a day that ends at 24:00', 'Mon 09:00-24:00', '2027-01-05T00:00:00Z', false],
    ['any time at all', '24/7', '2027-03-28T01:30:00Z', true],
  ])('at %s', (...[, reads, at, answer]) => expect(readsAt(reads, new Date(at))).toBe(answer));

  test.each<[about: string, reads: string, at: string, next: string]>([
    ['while somebody reads, it is now', office, '2027-01-04T10:11:12.345Z', '2027-01-04T10:11:12.345Z'],
    ['at night it is the morning', office, '2027-01-04T02:40:00Z', '2027-01-04T09:00:00Z'],
    ['seconds do not make it late', office, '2027-01-04T08:59:59.999Z', '2027-01-04T09:00:00Z'],
    ['on Saturday afternoon it is Monday', office, '2027-01-09T12:00:00Z', '2027-01-11T09:00:00Z'],
    ['over the clocks going forward it is an hour sooner', office, '2027-03-27T12:00:00Z', '2027-03-29T08:00:00Z'],
    ['over the clocks going back it is an hour later', office, '2027-10-30T11:00:00Z', '2027-11-01T09:00:00Z'],
    [
      'a start in the skipped hour is when the clocks land',
      'Sun 01:30-05:00',
      '2027-03-27T12:00:00Z',
      '2027-03-28T01:00:00Z',
    ],
    [
      'hours that were skipped whole are a week later',
      'Sun 01:10-01:50',
      '2027-03-27T12:00:00Z',
      '2027-04-04T00:10:00Z',
    ],
    [
      'a start in the repeated hour is its first time',
      'Sun 01:30-05:00',
      '2027-10-30T12:00:00Z',
      '2027-10-31T00:30:00Z',
    ],
    ['a minute after the end, it is a week later', 'Mon 09:00-10:00', '2027-01-04T10:00:00Z', '2027-01-11T09:00:00Z'],
  ])('%s', (...[, reads, at, next]) => {
    expect(nextReading(reads, new Date(at)).toISOString()).toBe(new Date(next).toISOString());
  });

  test('the next reading is never in the past, is one, and nothing before it was', () => {
    const texts = fc.constantFrom(office, 'Sun 01:30-02:30', 'Mon,Thu 00:00-00:30', 'Fri-Sun 22:00-24:00', '24/7');
    const times = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2030-01-01') });
    const property = fc.property(texts, times, fc.double({ min: 0, max: 1, noNaN: true }), (reads, time, part) => {
      const next = nextReading(reads, new Date(time)).getTime();
      const between = time + Math.floor((next - time) * part);
      const isFirst = between >= next || !readsAt(reads, new Date(between));
      return next >= time && readsAt(reads, new Date(next)) && isFirst;
    });
    fc.assert(property, { numRuns: 2000 });
  });
});
