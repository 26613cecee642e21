import { timingSafeEqual } from 'node:crypto';
import { tokenLifeSeconds } from '../contract/token-life.ts';
import { keyedHash } from './keyed-hash.ts';

/** What a check page's token says: which report this will be, when the page was shown, and what it showed. */
export interface TokenContent {
  /** 16 bytes in hex: the id of the report. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Keyed digest of the answers and of the cards that were on the page. */
  readonly guard: string;
}

export type TokenReading = { readonly ok: true; readonly content: TokenContent } | { readonly ok: false };
/** Nobody reads the cards in less: a quicker Send is no refusal, only a signal for the slow lane. */
export const quickestHumanSeconds = 3;
const clockSlackSeconds = 60;

const [idBytes, timeBytes, guardBytes, macBytes] = [16, 4, 16, 16];
const contentBytes = idBytes + timeBytes + guardBytes;

/** Signs a token; `base64url`, 70 characters. */
export function signToken({ id, issuedAt, guard }: TokenContent, secret: Uint8Array): string {
  const content = Buffer.alloc(contentBytes);
  content.write(id, 0, 'hex');
  content.writeUInt32BE(issuedAt, idBytes);
  content.write(guard, idBytes + timeBytes, 'hex');
  return Buffer.concat([content, mac(content, secret)]).toString('base64url');
}

/** Reads a token of ours that is neither too old nor from the future; anything else is `ok: false`. */
export function readToken(token: string, secret: Uint8Array, now: number): TokenReading {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== contentBytes + macBytes || bytes.toString('base64url') !== token) return { ok: false };
  const content = bytes.subarray(0, contentBytes);
  if (!timingSafeEqual(bytes.subarray(contentBytes), mac(content, secret))) return { ok: false };
  const issuedAt = content.readUInt32BE(idBytes);
  const age = Math.floor(now / 1000) - issuedAt;
  if (age > tokenLifeSeconds || age < -clockSlackSeconds) return { ok: false };
  const guard = content.toString('hex', idBytes + timeBytes);
  return { ok: true, content: { id: content.toString('hex', 0, idBytes), issuedAt, guard } };
}

/** Digest of what a page showed: the same answers and the same cards give the same guard. */
export function guardOf(shown: unknown, secret: Uint8Array): string {
  return keyedHash(secret, 'guard|', JSON.stringify(shown)).toString('hex', 0, guardBytes);
}

function mac(content: Uint8Array, secret: Uint8Array): Buffer {
  return keyedHash(secret, 'token|', content).subarray(0, macBytes);
}
