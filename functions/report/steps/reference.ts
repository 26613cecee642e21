import { keyedHash } from './keyed-hash.ts';

/** 32 characters: no 0, 1, I or O, which are misread aloud and on paper. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 8;

/**
 * The short reference that the agencies see, the same in every mail of a report. It comes from the report's id by a
 * keyed hash of its own, so nobody can get from it to the receipt, or the other way round.
 */
export function referenceOf(id: string, secret: Uint8Array): string {
  const bytes = keyedHash(secret, 'reference|', id);
  return Array.from(bytes.subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
