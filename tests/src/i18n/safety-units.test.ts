import { describe, expect, test } from 'vitest';
import { readWritten } from '../../../src/i18n/read-written.ts';
import { isSafetyUnit, safetyPatterns } from '../../../src/i18n/safety-units.ts';
import { unitsOf } from '../../../src/i18n/units.ts';

const units = [...unitsOf(readWritten('content/en')).keys()];

/** A pattern for each word that a list in a pattern names: `^ui:(?:danger|demo)` is two. */
function each(pattern: RegExp): readonly RegExp[] {
  const [list = '', words = ''] = /\(\?:([^()]*)\)/.exec(pattern.source) ?? [];
  return list === '' ? [pattern] : words.split('|').map((word) => new RegExp(pattern.source.replace(list, word)));
}

describe('the words that a person must have reviewed', () => {
  test.each(safetyPatterns.flatMap(each))('%s are some that there are', (pattern) => {
    expect(units.filter((unit) => pattern.test(unit)).length).toBeGreaterThan(0);
  });

  test('a name that nothing bears any more would be found in a list', () => {
    const [there, gone] = each(/^ui:(?:danger|nothing)\b/).map((pattern) => units.some((unit) => pattern.test(unit)));
    expect([there, gone]).toEqual([true, false]);
  });

  // service.md M20: danger, 999, child, police choice, consent, receipt, errors, get help.
  test.each([
    'report:emergency.say',
    'report:question.danger',
    'report:question.child',
    'report:receipt',
    'report:error',
    'report:privacy',
    'signs:threats',
    'agencies:police',
    'agencies:emergency',
    'ui:danger',
    'ui:draft',
    'pages/now',
    'pages/help',
    'pages/youth',
  ])('%s and what belongs to it are among them', (name) => {
    const own = units.filter((unit) => unit === name || unit.startsWith(`${name}.`));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((unit) => !isSafetyUnit(unit))).toEqual([]);
  });
});
