import type { Review } from './review.ts';
import { sourceHash, type Units } from './units.ts';

export interface LevelInput {
  readonly source: Units;
  readonly translated: Units;
  /** What was recorded before. */
  readonly review: Review;
  /** The units that say again what the English says; none is all of them. */
  readonly named: readonly string[];
}

/**
 * Records that units say what the English says now. A record that is still level keeps what it says; one that is not starts
 * again as a draft. Never marks a review: that is a person's act.
 */
export function levelReview({ source, translated, review, named }: LevelInput): {
  readonly review: Review;
  readonly levelled: number;
} {
  const after: Review = {};
  let levelled = 0;
  for (const [unit, text] of source) {
    const record = review[unit];
    const hash = sourceHash(text);
    const isNew = translated.has(unit) && record?.source !== hash && (named.length === 0 || named.includes(unit));
    if (isNew) levelled += 1;
    const kept = isNew ? ({ source: hash, status: 'machine' } as const) : record;
    if (kept !== undefined) after[unit] = kept;
  }
  return { review: after, levelled };
}

/**
 * Records that a person has read units beside the English. Throws, naming it, for a unit that is not translated.
 * @param reader whoever read them, and the day (`2027-03-01`)
 */
export function recordReview(
  { source, translated, review, named }: LevelInput,
  { by, on }: { readonly by: string; readonly on: string },
): Review {
  const read = named.map((unit) => {
    const [english, words] = [source.get(unit), translated.get(unit)];
    if (english === undefined || words === undefined)
      throw new Error(`"${unit}" is not translated: nobody can have read it.`);
    const hashes = { source: sourceHash(english), text: sourceHash(words) };
    return [unit, { ...hashes, status: 'reviewed', reviewedBy: by, reviewedOn: on }] as const;
  });
  const after = { ...review, ...Object.fromEntries(read) };
  // In the order of the English, as the file is.
  return Object.fromEntries([...source.keys()].flatMap((unit) => (after[unit] ? [[unit, after[unit]]] : [])));
}
