import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Node takes four times as long to read a key from bytes as to hash with it, and a secret is the same for months. */
const keys = new WeakMap<Uint8Array, KeyObject>();

/** HMAC-SHA256 of what is given, one after the other. The first says what it is for, so that no two uses give the same. */
export function keyedHash(
  secret: Uint8Array,
  ...given: readonly [label: string, ...rest: (string | Uint8Array)[]]
): Buffer {
  const key = keys.get(secret) ?? createSecretKey(secret);
  keys.set(secret, key);
  const hash = createHmac('sha256', key);
  for (const part of given) hash.update(part);
  return hash.digest();
}
