import { describe, expect, test } from 'vitest';
import { levelReview, recordReview } from '../../../src/i18n/level-review.ts';
import type { Review } from '../../../src/i18n/review.ts';
import { sourceHash } from '../../../src/i18n/units.ts';

const source = new Map([
  ['signs:debt', 'They must work.'],
  ['signs:threats', 'Someone threatens them.'],
]);
const hashOf = (unit: string) => sourceHash(source.get(unit) ?? '');
const person = { status: 'reviewed', text: '0123456789ab', reviewedBy: 'A. Reader', reviewedOn: '2027-01-02' } as const;
const level = (review: Review, named: readonly string[] = [], translated: ReadonlyMap<string, string> = source) =>
  levelReview({ source, translated, review, named });

describe('recording that a language is level with the English', () => {
  test('makes drafts of everything, and reviews nothing', () => {
    expect(level({})).toEqual({
      review: {
        'signs:debt': { source: hashOf('signs:debt'), status: 'machine' },
        'signs:threats': { source: hashOf('signs:threats'), status: 'machine' },
      },
      levelled: 2,
    });
  });

  test('makes a draft again of what a person reviewed before the English changed', () => {
    const { review } = level({ 'signs:debt': { source: '0123456789ab', ...person } });
    expect(review['signs:debt']).toEqual({ source: hashOf('signs:debt'), status: 'machine' });
  });

  test.each([
    ['a review', person],
    ['a person’s translation', { status: 'human' } as const],
  ])('keeps %s of what is level', (_about, record) => {
    const before: Review = { 'signs:debt': { source: hashOf('signs:debt'), ...record } };
    const { review, levelled } = level(before);
    expect(review['signs:debt']).toEqual(before['signs:debt']);
    expect(levelled).toBe(1);
  });

  test('touches only the units that are named', () => {
    const before: Review = { 'signs:debt': { source: '0123456789ab', ...person } };
    const { review, levelled } = level(before, ['signs:threats']);
    expect(review['signs:debt']).toEqual(before['signs:debt']);
    expect([review['signs:threats']?.status, levelled]).toEqual(['machine', 1]);
  });

  test('records nothing of what is not translated, and forgets what English no longer says', () => {
    const { review, levelled } = level({ 'signs:gone': { source: '0123456789ab', status: 'machine' } }, [], new Map());
    expect({ review, levelled }).toEqual({ review: {}, levelled: 0 });
  });
});

describe('recording that a person has read words beside the English', () => {
  const reader = { by: 'A. Reader', on: '2027-01-02' };
  const translated = new Map([['signs:debt', 'Muszą pracować.']]);

  test('keeps who it was, when, and which words they read', () => {
    const review = recordReview({ source, translated, review: {}, named: ['signs:debt'] }, reader);
    expect(review).toEqual({
      'signs:debt': {
        source: hashOf('signs:debt'),
        text: sourceHash('Muszą pracować.'),
        status: 'reviewed',
        reviewedBy: 'A. Reader',
        reviewedOn: '2027-01-02',
      },
    });
  });

  test('refuses what is not translated', () => {
    expect(() => recordReview({ source, translated, review: {}, named: ['signs:threats'] }, reader)).toThrow(
      '"signs:threats" is not translated',
    );
  });
});
