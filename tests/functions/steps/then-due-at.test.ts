import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision, Urgency } from '../../../functions/report/contract/decision.ts';
import { readsAt } from '../../../functions/report/reading-hours.ts';
import { thenDueAt } from '../../../functions/report/steps/then-due-at.ts';
import { aMailbox } from '../../support/a-handler.ts';
import { hour, minute } from '../../support/a-sealed-report.ts';

const office = 'Mon-Fri 09:00-17:00';
const decision: Decision = {
  rule: '12-not-sure',
  outcome: 'send',
  recipients: [{ id: 'police', role: 'primary' }],
  then: ['helpline', 'victim-support'],
  waitMinutes: { urgent: 30, other: 1440 },
  contacts: [],
  mustKeep: [],
  refusedExclusions: [],
};
const urgencyOf = (level: Urgency['level']): Urgency => ({ level, reasons: [], signs: [] });
const times = (level: Urgency['level'], reads: readonly [string, string], release: string) =>
  thenDueAt(
    { decision, urgency: urgencyOf(level) },
    new Map([
      ['helpline', aMailbox({ reads: reads[0] })],
      ['victim-support', aMailbox({ reads: reads[1] })],
    ]),
    Date.parse(release),
  ).map((time) => new Date(time).toISOString());

test('an urgent report goes to the next one half an hour later, whatever hour it is', () => {
  expect(times('urgent', [office, office], '2027-02-13T02:40:00Z')).toEqual([
    '2027-02-13T03:10:00.000Z',
    '2027-02-13T03:40:00.000Z',
  ]);
});

test.each(['same-day', 'normal'] as const)('a %s report goes a day later, when somebody reads there', (level) => {
  const friday = '2027-02-12T18:00:00Z';
  expect(times(level, ['24/7', '24/7'], friday)).toEqual(['2027-02-13T18:00:00.000Z', '2027-02-14T18:00:00.000Z']);
  expect(times(level, [office, '24/7'], friday)).toEqual(['2027-02-15T09:00:00.000Z', '2027-02-16T09:00:00.000Z']);
});

test('the hours are those of London, also across the night when the clocks change', () => {
  expect(times('normal', ['Mon-Fri 09:00-17:00', '24/7'], '2027-03-26T20:00:00Z')[0]).toBe('2027-03-29T08:00:00.000Z');
});

test('each waits a whole wait after the one before it, and any report but an urgent one lands where it is read', () => {
  const reads = fc.constantFrom('24/7', office, 'Sat 10:00-12:00', 'Mon,Wed 08:30-09:00');
  const levels = fc.constantFrom('urgent' as const, 'same-day' as const, 'normal' as const);
  const release = fc.date({ min: new Date('2027-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(levels, fc.tuple(reads, reads), release, (level, both, at) => {
      const due = times(level, both, at.toISOString()).map((time) => Date.parse(time));
      const wait = level === 'urgent' ? 30 * minute : 24 * hour;
      const gaps = due.map((time, index) => time - (index === 0 ? at.getTime() : (due[index - 1] ?? 0)));
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(wait);
      if (level === 'urgent') expect(gaps).toEqual([wait, wait]);
      else expect(both.map((hours, index) => readsAt(hours, new Date(due[index] ?? 0)))).toEqual([true, true]);
    }),
  );
});

test('a second contact without a mailbox counts as one that always reads, so that those after it are not held up', () => {
  const release = Date.parse('2027-02-13T02:40:00Z');
  const due = thenDueAt({ decision, urgency: urgencyOf('normal') }, new Map(), release);
  expect(due).toEqual([release + 24 * hour, release + 48 * hour]);
});
