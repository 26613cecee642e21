import { createHmac } from 'node:crypto';

const digits = 20;
const group = /\d{4}(?=\d)/g;

/**
 * The number the reporter may keep: 20 digits in groups of four, from the report's id by a keyed hash, so that the same
 * report sent again shows the same. Kept nowhere; only its own keyed hash is.
 */
export function receiptOf(id: string, secret: Uint8Array): string {
  // 128 bits for 66 bits of digits: no receipt is noticeably likelier than another.
  const number = BigInt(`0x${keyedHash('receipt|', id, secret).toString('hex', 0, 16)}`) % 10n ** BigInt(digits);
  return number.toString().padStart(digits, '0').replace(group, '$& ');
}

/** What is stored in place of the receipt of that report. */
export const receiptHash = (id: string, secret: Uint8Array): Uint8Array => hashOfReceipt(receiptOf(id, secret), secret);

/** The same hash from a receipt as a person types it, with whatever between the digits. */
export const hashOfReceipt = (receipt: string, secret: Uint8Array): Uint8Array =>
  keyedHash('receipt-hash|', receipt.replace(/\D/g, ''), secret);

const keyedHash = (label: string, text: string, secret: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(label).update(text).digest();
