import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choices } from '#contract/answers.ts';
import type { RoutingInputs } from '#contract/decision.ts';
import { makeSafe } from '#contract/make-safe.ts';
import type { Sign } from '#contract/model.ts';
import { blankReport, type Report } from '#contract/report.ts';
import { safeInputs } from '#contract/safe-inputs.ts';

const signs: Pick<Sign, 'id' | 'kind' | 'child' | 'care'>[] = [
  { id: 'threats', kind: 'control' },
  { id: 'long-hours', kind: 'core' },
  { id: 'a-child-works', kind: 'place', child: true },
  { id: 'a-person-is-ill', kind: 'place', care: true },
];
const inputsOf = (answers: Partial<Report>) => safeInputs({ ...blankReport, ...answers }, { signs });

describe('answers are made safe before anything is routed', () => {
  test.each<[about: string, answers: Partial<Report>, made: Partial<RoutingInputs>]>([
    ['a blank area is unknown and a blank reporter is the public', {}, { area: 'unknown', reporter: 'public' }],
    ['blank danger and blank child stay blank', {}, { danger: undefined, child: undefined }],
    ['a child who writes is a child', { reporter: 'under-18' }, { child: 'yes' }],
    ['a child who writes is a child whatever was ticked', { reporter: 'under-18', child: 'no' }, { child: 'yes' }],
    [
      'only pay stays only pay',
      { concern: 'pay-only', signs: ['long-hours'] },
      { concern: 'pay-only', control: false },
    ],
    [
      'only pay with a sign of control is forced work',
      { concern: 'pay-only', signs: ['threats'] },
      { concern: 'labour' },
    ],
    [
      'only safety with a sign of control is forced work',
      { concern: 'safety-only', signs: ['threats'] },
      { concern: 'labour' },
    ],
    [
      'another concern with a sign of control stays',
      { concern: 'sexual', signs: ['threats'] },
      { concern: 'sexual', control: true },
    ],
    ['a sign about a child answers a blank', { signs: ['a-child-works'] }, { child: 'yes' }],
    ['a sign about a child answers "not sure"', { signs: ['a-child-works'], child: 'unsure' }, { child: 'yes' }],
    ['a sign about a child makes "no" unsure', { signs: ['a-child-works'], child: 'no' }, { child: 'unsure' }],
    ['a sign about care counts as ticked', { signs: ['a-person-is-ill'] }, { care: true }],
    ['without such a sign care is as it was', { signs: ['long-hours'] }, { care: false }],
    ['care that was ticked stays', { care: true }, { care: true }],
    ['a sign the model does not know changes nothing', { signs: ['made-up'] }, { control: false, child: undefined }],
  ])('%s', (_about, answers, made) => expect(inputsOf(answers)).toMatchObject(made));

  test('nothing that was typed reaches the routing', () => {
    const words = { where: 'a', when: 'b', details: 'c', contact: 'd', locale: 'gu' };
    expect(inputsOf(words)).toEqual(inputsOf({}));
  });

  test('signs that carry nothing reach the routing in no way', () => {
    expect(inputsOf({ signs: ['long-hours'] })).toEqual(inputsOf({}));
  });

  const oneOf = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values);
  const anything = fc.record({
    danger: oneOf(choices.danger),
    reporter: oneOf(choices.reporter),
    concern: oneOf(choices.concern),
    control: fc.boolean(),
    child: oneOf(choices.child),
    care: fc.boolean(),
    place: oneOf(['shop']),
    area: oneOf(['leicester', 'outside']),
    exclude: fc.constant([]),
  });

  test('making safe twice changes nothing', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        expect(makeSafe(makeSafe(raw))).toEqual(makeSafe(raw));
      }),
    );
  });
});
