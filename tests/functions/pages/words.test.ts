import { describe, expect, test } from 'vitest';
import { createWords } from '../../../functions/report/words.ts';

const fallback = {
  report: {
    hello: 'Hello {{name}}',
    only: 'Only English',
    wait_one: '{{count}} hour',
    wait_other: '{{count}} hours',
    inner: { a: 'A' },
  },
};
const gu = { report: { hello: 'નમસ્તે {{name}}' } };
const words = createWords({ locale: 'gu', resources: gu, fallback });

describe('words', () => {
  test('are in the language that was asked for', () => expect(words('report:hello', { name: 'X' })).toBe('નમસ્તે X'));
  test('are in English where a language lacks them', () => expect(words('report:only')).toBe('Only English'));
  test('know one from many', () => {
    const english = createWords({ locale: 'en', resources: fallback, fallback });
    expect([english('report:wait', { count: 1 }), english('report:wait', { count: 24 })]).toEqual([
      '1 hour',
      '24 hours',
    ]);
  });
  test('do not escape what is put in: the page does', () =>
    expect(words('report:hello', { name: '<b>' })).toBe('નમસ્તે <b>'));
  test('name the key that no language has', () =>
    expect(() => words('report:no.such')).toThrow('No words for "report:no.such"'));
  test('name a key that is a group of words', () =>
    expect(() => words('report:inner')).toThrow('No words for "inner"'));
  test('never stop a running service: a missing key is shown', () => {
    const shown = createWords({ locale: 'gu', resources: gu, fallback, missing: 'show' });
    expect(shown('report:no.such')).toBe('report:no.such');
    expect(() => shown('report:inner')).not.toThrow();
  });
  test('of one language do not leak into another', () => {
    expect(createWords({ locale: 'en', resources: fallback, fallback })('report:hello', { name: 'X' })).toBe('Hello X');
  });
});
