import { describe, expect, test } from 'vitest';
import { textLimits } from '../../../functions/report/contract/answers.ts';
import { blankReport, type Report } from '../../../functions/report/contract/report.ts';
import { type KnownIds, saysNothing, validate } from '../../../functions/report/steps/validate.ts';

const known: KnownIds = {
  locales: new Set(['en', 'gu']),
  places: new Set(['car-wash', 'farm']),
  signs: new Set(['threats', 'debt', 'long-hours']),
  areas: new Set(['leicester', 'rutland']),
  agencies: new Set(['police', 'helpline']),
};

const check = (answers: Record<string, string | string[]>) =>
  validate(new Map(Object.entries(answers).map(([name, value]) => [name, [value].flat()])), known);
const errors = (answers: Record<string, string | string[]>) => {
  const result = check(answers);
  return result.ok ? [] : result.errors;
};
const report = (answers: Record<string, string | string[]>): Report => {
  const result = check(answers);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.report;
};

describe('validate', () => {
  test('nothing at all is a blank report', () => {
    expect(report({})).toEqual(blankReport);
  });

  test('every kind of answer arrives in the report', () => {
    expect(
      report({
        locale: 'gu',
        danger: 'unsure',
        reporter: 'public',
        place: 'farm',
        signs: ['long-hours', 'threats', 'threats'],
        area: 'rutland',
        where: 'behind the shop',
        care: 'yes',
        exclude: ['police'],
      }),
    ).toEqual({
      ...blankReport,
      locale: 'gu',
      danger: 'unsure',
      reporter: 'public',
      place: 'farm',
      signs: ['threats', 'long-hours'],
      area: 'rutland',
      where: 'behind the shop',
      care: true,
      exclude: ['police'],
    });
  });

  test('a blank choice is not answered', () => {
    expect(report({ danger: '', child: ' ', place: '' })).toEqual(blankReport);
  });

  test.each<[about: string, answers: Record<string, string | string[]>, error: object]>([
    ['a choice that is not in the table', { danger: 'perhaps' }, { field: 'danger', code: 'unknown-value' }],
    ['a choice answered twice and differently', { child: ['yes', 'no'] }, { field: 'child', code: 'repeated' }],
    ['a sign nobody knows', { signs: ['debt', 'nonsense'] }, { field: 'signs', code: 'unknown-value' }],
    ['a place nobody knows', { place: 'moon' }, { field: 'place', code: 'unknown-value' }],
    ['an agency nobody knows', { exclude: ['army'] }, { field: 'exclude', code: 'unknown-value' }],
    ['a language that is not served', { locale: 'xx' }, { field: 'locale', code: 'unknown-value' }],
    ['a tick with another value', { care: 'maybe' }, { field: 'care', code: 'unknown-value' }],
    ['a field nobody knows', { postcode: 'LE1' }, { field: 'postcode', code: 'unknown-value' }],
    ['a name that every object has', { constructor: 'x' }, { field: 'constructor', code: 'unknown-value' }],
    ['words twice and different', { where: ['here', 'there'] }, { field: 'where', code: 'repeated' }],
  ])('%s is named', (_about, answers, error) => {
    expect(errors(answers)).toEqual([error]);
  });

  test('the first of two languages counts, since it is the button that was pressed', () => {
    expect(report({ locale: ['gu', 'en'] }).locale).toBe('gu');
  });

  test('token, step and honeypot are no answers and no errors', () => {
    expect(errors({ token: 'x', step: 'check', website: 'spam' })).toEqual([]);
  });

  test.each(Object.entries(textLimits))('%s holds its limit of %i code points in any script', (field, limit) => {
    for (const letter of ['a', 'ક', '😀', 'é']) expect(errors({ [field]: letter.repeat(limit) })).toEqual([]);
    expect(errors({ [field]: '😀'.repeat(limit + 1) })).toEqual([{ field, code: 'too-long' }]);
  });

  test('a line break counts once and letters are composed, as the page counts them', () => {
    expect(report({ where: 'cafe\u0301\r\nnext door\r' }).where).toBe('caf\u00e9\nnext door\n');
    expect(errors({ when: '\r\n'.repeat(textLimits.when) })).toEqual([]);
  });

  test('every wrong field is named at once', () => {
    expect(errors({ danger: 'x', place: 'x', when: 'a'.repeat(201) })).toHaveLength(3);
  });
});

describe('saying nothing', () => {
  test.each<[about: string, answers: Partial<Report>, nothing: boolean]>([
    ['one sign says something', { signs: ['debt'] }, false],
    ['words about the place say something', { where: 'Example Street' }, false],
    ['words about days say something', { when: 'every night' }, false],
    ['other words say something', { details: 'they are locked in' }, false],
    ['spaces say nothing', { details: ' \n\t' }, true],
    ['how to be contacted says nothing yet', { contact: 'ring me' }, true],
    ['a concern and an area alone say nothing', { concern: 'labour', area: 'leicester' }, true],
  ])('%s', (_about, answers, nothing) => {
    expect(saysNothing({ ...blankReport, ...answers })).toBe(nothing);
  });
});
