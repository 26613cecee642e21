import fc from 'fast-check';
import { expect, test } from 'vitest';
import { londonDay, londonIsoDay } from '../../../functions/report/steps/compose/london-day.ts';

const zone = { timeZone: 'Europe/London' } as const;
const written = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', ...zone });
/** Swedish dates are ISO dates. */
const iso = new Intl.DateTimeFormat('sv-SE', zone);

const hour = 60 * 60 * 1000;
const years = { min: new Date(Date.UTC(2000)), max: new Date(Date.UTC(2060)), noInvalidDate: true };

test('a day is the one that the system calendar of London has, at any moment', () => {
  fc.assert(
    fc.property(
      fc.date(years),
      (date) => londonDay(date) === written.format(date) && londonIsoDay(date) === iso.format(date),
    ),
    { numRuns: 5000 },
  );
});

test('so it is at every midnight of London for sixty years, an hour on either side of it', () => {
  for (let time = years.min.getTime(); time < years.max.getTime(); time += 24 * hour) {
    for (const late of [-1, 0, 1]) {
      const date = new Date(time - hour + late * hour);
      expect(londonDay(date)).toBe(written.format(date));
      expect(londonIsoDay(date)).toBe(iso.format(date));
    }
  }
});
