import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenLifeSeconds } from '../../../functions/report/contract/token-life.ts';
import { guardOf, readToken, signToken } from '../../../functions/report/steps/token.ts';

const secret = randomBytes(32);
const issuedAt = 1_900_000_000;
const content = { id: 'ab'.repeat(16), issuedAt, guard: guardOf(['answers', 'cards'], secret) };
const at = (seconds: number) => (issuedAt + seconds) * 1000;

describe('the token of a check page', () => {
  test('reads back what was signed', () => {
    expect(readToken(signToken(content, secret), secret, at(10))).toEqual({ ok: true, content });
  });

  test.each<[about: string, seconds: number, ok: boolean]>([
    ['the moment it was made', 0, true],
    ['at the end of its two hours', tokenLifeSeconds, true],
    ['a second later', tokenLifeSeconds + 1, false],
    ['on a clock that is a minute behind', -60, true],
    ['on a clock an hour behind', -3600, false],
  ])('%s it is taken or not', (_about, seconds, ok) => {
    expect(readToken(signToken(content, secret), secret, at(seconds)).ok).toBe(ok);
  });

  test('from before a change of the secret is not taken', () => {
    expect(readToken(signToken(content, secret), randomBytes(32), at(1)).ok).toBe(false);
  });

  test('with any one character changed is not taken', () => {
    const token = signToken(content, secret);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABCxyz019-_'), (position, letter) => {
        fc.pre(token[position] !== letter);
        const forged = token.slice(0, position) + letter + token.slice(position + 1);
        expect(readToken(forged, secret, at(1)).ok).toBe(false);
      }),
    );
  });

  test('written in any other way that means the same bytes is not taken', () => {
    const token = signToken(content, secret);
    for (const other of [`${token}=`, `${token}==`, ` ${token}`, `${token}\n`]) {
      expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(token, 'base64url'));
      expect(readToken(other, secret, at(1)).ok).toBe(false);
    }
  });

  test('anything else is not taken and throws nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !readToken(text, secret, at(1)).ok));
  });

  test('other answers or other cards give another guard', () => {
    expect(guardOf(['answers', 'cards'], secret)).not.toBe(guardOf(['answers', 'card'], secret));
  });
});
