import { describe, expect, test } from 'vitest';
import { choices } from '#contract/answers.ts';
import type { Urgency } from '#contract/decision.ts';
import type { Sign } from '#contract/model.ts';
import { blankReport, type Report } from '#contract/report.ts';
import { safeInputs } from '#contract/safe-inputs.ts';
import { urgencyOf } from '#contract/urgency.ts';

const signs: Pick<Sign, 'id' | 'kind' | 'child' | 'urgent'>[] = [
  { id: 'locked-in', kind: 'control', urgent: true },
  { id: 'weapon', kind: 'core', urgent: true },
  { id: 'long-hours', kind: 'core' },
  { id: 'a-child-works', kind: 'place', child: true },
];

function urgencyFor(answers: Partial<Report>): Urgency {
  const report = { ...blankReport, ...answers };
  return urgencyOf(report, safeInputs(report, { signs }), signs);
}

describe('how soon a report must be read', () => {
  test.each<
    [about: string, answers: Partial<Report>, expected: [level: Urgency['level'], reasons: Urgency['reasons']]]
  >([
    ['nothing ticked is not urgent', {}, ['normal', []]],
    ['a child is urgent', { child: 'yes' }, ['urgent', ['child']]],
    ['a sign about a child is urgent', { signs: ['a-child-works'] }, ['urgent', ['child']]],
    ['a child who writes is urgent twice over', { reporter: 'under-18' }, ['urgent', ['child', 'under-18']]],
    ['an affected person is urgent', { reporter: 'affected' }, ['urgent', ['affected']]],
    ['999 was called is urgent', { danger: 'called' }, ['urgent', ['called']]],
    ['an urgent sign seen today is urgent', { signs: ['locked-in'], lately: 'today' }, ['urgent', ['urgent-sign']]],
    ['an urgent sign seen this week is urgent', { signs: ['locked-in'], lately: 'week' }, ['urgent', ['urgent-sign']]],
    ['an urgent sign seen last month is not', { signs: ['locked-in'], lately: 'month' }, ['normal', []]],
    ['an urgent sign seen nobody says when is not', { signs: ['locked-in'] }, ['normal', []]],
    ['another sign seen today is not', { signs: ['long-hours'], lately: 'today' }, ['normal', []]],
    ['perhaps danger is for the same day', { danger: 'unsure' }, ['same-day', ['danger-unsure']]],
    ['perhaps a child is for the same day', { child: 'unsure' }, ['same-day', ['child-unsure']]],
    [
      '"no child" against a sign about one is for the same day',
      { child: 'no', signs: ['a-child-works'] },
      ['same-day', ['child-unsure']],
    ],
    ['blank danger is nothing at all', { danger: undefined, child: 'no' }, ['normal', []]],
    [
      'urgent reasons stand before the others',
      { danger: 'unsure', child: 'unsure', reporter: 'affected' },
      ['urgent', ['affected', 'danger-unsure', 'child-unsure']],
    ],
  ])('%s', (_about, answers, [level, reasons]) => expect(urgencyFor(answers)).toMatchObject({ level, reasons }));

  test('the urgent signs are named, and only while they are a reason', () => {
    expect(urgencyFor({ signs: ['weapon', 'long-hours', 'locked-in'], lately: 'today' }).signs).toEqual([
      'locked-in',
      'weapon',
    ]);
    expect(urgencyFor({ signs: ['weapon'], lately: 'older', child: 'yes' }).signs).toEqual([]);
  });

  test('it is urgent exactly for its reasons, whatever else was answered', () => {
    const orBlank = <T>(values: readonly T[]) => [undefined, ...values];
    let combinations = 0;
    for (const danger of orBlank(choices.danger))
      for (const reporter of orBlank(choices.reporter))
        for (const child of orBlank(choices.child))
          for (const lately of orBlank(choices.lately))
            for (const concern of orBlank(choices.concern))
              for (const ticked of [
                [],
                ['locked-in'],
                ['long-hours'],
                ['a-child-works'],
                ['weapon', 'a-child-works'],
              ]) {
                const { level } = urgencyFor({ danger, reporter, child, lately, concern, signs: ticked });
                expect(level).toBe(expectedLevel({ danger, reporter, child, lately, signs: ticked }));
                combinations += 1;
              }
    expect(combinations).toBe(5 * 5 * 4 * 6 * 11 * 5);
  });
});

/** The design's sentence, read a second time. */
function expectedLevel({ danger, reporter, child, lately, signs: ticked = [] }: Partial<Report>): Urgency['level'] {
  const hasChildSign = ticked.includes('a-child-works');
  const isChild = child === 'yes' || reporter === 'under-18' || (hasChildSign && child !== 'no');
  const isSeenLately =
    (ticked.includes('locked-in') || ticked.includes('weapon')) && ['today', 'week'].includes(lately ?? '');
  if (isChild || reporter === 'affected' || danger === 'called' || isSeenLately) return 'urgent';
  return danger === 'unsure' || child === 'unsure' || hasChildSign ? 'same-day' : 'normal';
}
