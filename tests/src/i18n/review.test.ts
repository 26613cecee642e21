import { describe, expect, test } from 'vitest';
import { isReviewed, isSafe, type Review, reviewSchema, reviewState } from '../../../src/i18n/review.ts';
import { sourceHash } from '../../../src/i18n/units.ts';

const source = new Map([
  ['signs:debt', 'They must work.'],
  ['topics:debt', 'A debt.'],
]);
const hashOf = (unit: string) => sourceHash(source.get(unit) ?? '');
const person = { status: 'reviewed', reviewedBy: 'A. Reader', reviewedOn: '2027-01-02' } as const;
/** The record of a unit whose words somebody has read. */
const read = (unit: string) => ({ source: hashOf(unit), text: hashOf(unit), ...person });
const stateOf = (review: Review, translated = new Map(source)) => reviewState(source, translated, review);

describe('how far a language is', () => {
  test.each<[about: string, review: Review, state: string]>([
    ['nothing was recorded', {}, 'stale'],
    ['a machine wrote it', { 'signs:debt': { source: hashOf('signs:debt'), status: 'machine' } }, 'draft'],
    [
      'a person wrote it and nobody else read it',
      { 'signs:debt': { source: hashOf('signs:debt'), status: 'human' } },
      'draft',
    ],
    ['a person reviewed it', { 'signs:debt': read('signs:debt') }, 'reviewed'],
    [
      'the English changed after the review',
      { 'signs:debt': { ...read('signs:debt'), source: '0123456789ab' } },
      'stale',
    ],
  ])('when %s', (_about, review, state) =>
    expect(stateOf(review)[0]).toEqual({ unit: 'signs:debt', state, safety: true }),
  );

  test('what was changed after a person read it is a draft again', () => {
    const changed = new Map([...source, ['signs:debt', 'They may work.']]);
    expect(stateOf({ 'signs:debt': read('signs:debt') }, changed)[0]?.state).toBe('draft');
  });

  test('what is not translated is missing, whatever was recorded', () => {
    const review = { 'signs:debt': read('signs:debt') };
    expect(stateOf(review, new Map())[0]?.state).toBe('missing');
  });

  test('safety words decide whether it is shown; everything decides whether it is still a draft', () => {
    const safe = stateOf({ 'signs:debt': read('signs:debt') });
    const whole = stateOf({
      'signs:debt': read('signs:debt'),
      'topics:debt': read('topics:debt'),
    });
    expect([isSafe(safe), isReviewed(safe), isSafe(whole), isReviewed(whole)]).toEqual([true, false, true, true]);
    expect(isSafe(stateOf({}))).toBe(false);
  });

  test('nobody is said to have reviewed anything without a name and a day', () => {
    const record = { source: hashOf('signs:debt'), status: 'reviewed' };
    expect(reviewSchema.safeParse({ 'signs:debt': record }).success).toBe(false);
    expect(reviewSchema.safeParse({ 'signs:debt': { ...record, reviewedBy: 'A. Reader' } }).success).toBe(false);
    expect(reviewSchema.safeParse({ 'signs:debt': read('signs:debt') }).success).toBe(true);
  });
});
