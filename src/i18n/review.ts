import { z } from 'zod';
import { isSafetyUnit } from './safety-units.ts';
import { sourceHash, type Units } from './units.ts';

const hash = z.string().regex(/^[0-9a-f]{12}$/, 'the first 12 hex digits of the SHA-256 of the English text');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, such as 2027-03-01');

/** What is recorded of one unit: the English it was made from, who made it, and who has read it beside the English. */
const entry = z.discriminatedUnion('status', [
  z.strictObject({ source: hash, status: z.enum(['machine', 'human']) }),
  z.strictObject({ source: hash, status: z.literal('reviewed'), reviewedBy: z.string().min(2), reviewedOn: day }),
]);

/** `content/<language>/review.yaml`: unit → record. */
export const reviewSchema = z.record(z.string(), entry);
export type Review = z.infer<typeof reviewSchema>;

/**
 * `missing`: not translated, English shows. `stale`: English changed since. `draft`: level with English, and no person has
 * reviewed it. `reviewed`: a named person has.
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
    const record = review[unit];
    const state = stateOf(
      translated.has(unit),
      record && record.source === sourceHash(text) ? record.status : undefined,
    );
    return { unit, state, safety: isSafetyUnit(unit) };
  });
}

function stateOf(translated: boolean, status: Review[string]['status'] | undefined): UnitState {
  if (!translated) return 'missing';
  if (status === undefined) return 'stale';
  return status === 'reviewed' ? 'reviewed' : 'draft';
}

/** Whether a person has reviewed all safety words as they stand now. */
export const isSafe = (units: readonly ReviewedUnit[]): boolean =>
  units.every(({ safety, state }) => !safety || state === 'reviewed');

/** Whether a person has reviewed everything. */
export const isReviewed = (units: readonly ReviewedUnit[]): boolean => units.every(({ state }) => state === 'reviewed');
