import { keyedHash } from './keyed-hash.ts';

const digits = 20;
const most = 10n ** BigInt(digits);
const group = /\d{4}(?=\d)/g;

/**
 * The number the reporter may keep: 20 digits in groups of four, from the report's id by a keyed hash, so that the same
 * report sent again shows the same. Kept nowhere; only its own keyed hash is.
 */
export function receiptOf(id: string, secret: Uint8Array): string {
  // 128 bits for 66 bits of digits: no receipt is noticeably likelier than another.
  const hash = keyedHash(secret, 'receipt|', id);
  const number = ((hash.readBigUInt64BE(0) << 64n) | hash.readBigUInt64BE(8)) % most;
  return number.toString().padStart(digits, '0').replace(group, '$& ');
}

/** What is stored in place of the receipt of that report. */
export const receiptHash = (id: string, secret: Uint8Array): Uint8Array => hashOfReceipt(receiptOf(id, secret), secret);

/** The same hash from a receipt as a person types it, with whatever between the digits. */
export const hashOfReceipt = (receipt: string, secret: Uint8Array): Uint8Array =>
  keyedHash(secret, 'receipt-hash|', receipt.replace(/\D/g, ''));
