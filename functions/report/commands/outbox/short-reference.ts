import { createHash } from 'node:crypto';
import type { DeadLetterName } from '../../outbox/dead-letters.ts';

/** Letters and figures that nobody takes for one another, read aloud or on paper. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 8;

/**
 * What an operator calls one dead letter. It is neither the report's id nor the reference in the agency's mail, so that
 * a note of it leads to nobody.
 */
export function shortReference({ id, recipient }: DeadLetterName): string {
  const digest = createHash('sha256').update(`know-the-signs dead letter|${id}|${recipient}`).digest();
  return [...digest.subarray(0, length)].map((byte) => letters[byte % letters.length]).join('');
}
