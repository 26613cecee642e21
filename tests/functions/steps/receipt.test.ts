import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOfReceipt, receiptHash, receiptOf } from '../../../functions/report/steps/receipt.ts';
import { referenceOf } from '../../../functions/report/steps/reference.ts';

const secret = new Uint8Array(32).fill(7);
const otherSecret = new Uint8Array(32).fill(8);
const ids = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'));

describe('the receipt', () => {
  test('is 20 digits in groups of four', () => {
    fc.assert(fc.property(ids, (id) => /^\d{4}( \d{4}){4}$/.test(receiptOf(id, secret))));
  });

  test('is the same for the same report and another for any other', () => {
    const id = '00'.repeat(16);
    expect(receiptOf(id, secret)).toBe(receiptOf(id, secret));
    expect(receiptOf(`${id.slice(1)}1`, secret)).not.toBe(receiptOf(id, secret));
  });

  test('cannot be worked out from the id without the secret', () => {
    fc.assert(fc.property(ids, (id) => receiptOf(id, secret) !== receiptOf(id, otherSecret)));
  });

  test('is found again however it is typed', () => {
    const id = 'ab'.repeat(16);
    const typed = ` ${receiptOf(id, secret).replaceAll(' ', '-')}\n`;
    expect(hashOfReceipt(typed, secret)).toEqual(receiptHash(id, secret));
  });

  test('is not to be read from what is stored', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const stored = Buffer.from(receiptHash(id, secret));
        expect(stored).toHaveLength(32);
        expect(stored.toString('latin1')).not.toContain(receiptOf(id, secret).slice(0, 4));
        expect(stored).not.toEqual(Buffer.from(receiptHash(id, otherSecret)));
      }),
    );
  });
});

describe('the reference', () => {
  test('is eight letters and digits that are not misread', () => {
    fc.assert(fc.property(ids, (id) => /^[A-HJ-NP-Z2-9]{8}$/.test(referenceOf(id, secret))));
  });

  test('is the same for the same report, and needs the secret', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(referenceOf(id, secret)).toBe(referenceOf(id, secret));
        expect(referenceOf(id, secret)).not.toBe(referenceOf(id, otherSecret));
      }),
    );
  });

  test('uses all of its characters', () => {
    const used = new Set(Array.from({ length: 500 }, (_, index) => referenceOf(String(index), secret)).join(''));
    expect(used.size).toBe(32);
  });
});
