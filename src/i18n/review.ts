import { z } from 'zod';
import { isSafetyUnit } from './safety-units.ts';
import { sourceHash, type Units } from './units.ts';

const hash = z.string().regex(/^[0-9a-f]{12}$/, 'the first 12 hex digits of the SHA-256 of a text');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, such as 2027-03-01');

/**
 * What is recorded of one unit: the English it was made from and who made it; once a person has read the two side by side,
 * also which words they read (`text`), who they are and when.
 */
const entry = z.discriminatedUnion('status', [
  z.strictObject({ source: hash, status: z.enum(['machine', 'human']) }),
  z.strictObject({
    source: hash,
    status: z.literal('reviewed'),
    text: hash,
    reviewedBy: z.string().min(2),
    reviewedOn: day,
  }),
]);

/** `content/<language>/review.yaml`: unit → record. */
export const reviewSchema = z.record(z.string(), entry);
export type Review = z.infer<typeof reviewSchema>;

/**
 * `missing`: not translated, English shows. `stale`: English changed since. `draft`: level with English, and no person has
 * reviewed it as it stands. `reviewed`: a named person has.
 */
export type UnitState = 'missing' | 'stale' | 'draft' | 'reviewed';

export interface ReviewedUnit {
  readonly unit: string;
  readonly state: UnitState;
  readonly safety: boolean;
}

/** The state of every unit of English in one language. */
export function reviewState(source: Units, translated: Units, review: Review): readonly ReviewedUnit[] {
  return [...source].map(([unit, text]) => {
    const state = stateOf({ english: text, words: translated.get(unit), record: review[unit] });
    return { unit, state, safety: isSafetyUnit(unit) };
  });
}

interface Recorded {
  readonly english: string;
  readonly words: string | undefined;
  readonly record: Review[string] | undefined;
}

/** Words that changed after somebody read them are a draft again: their name does not stand under what they never saw. */
function stateOf({ english, words, record }: Recorded): UnitState {
  if (words === undefined) return 'missing';
  if (record === undefined || record.source !== sourceHash(english)) return 'stale';
  return record.status === 'reviewed' && record.text === sourceHash(words) ? 'reviewed' : 'draft';
}

/** Whether a person has reviewed all safety words as they stand now. */
export const isSafe = (units: readonly ReviewedUnit[]): boolean =>
  units.every(({ safety, state }) => !safety || state === 'reviewed');

/** Whether a person has reviewed everything. */
export const isReviewed = (units: readonly ReviewedUnit[]): boolean => units.every(({ state }) => state === 'reviewed');
