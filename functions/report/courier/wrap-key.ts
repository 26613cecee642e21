import { createCipheriv, createDecipheriv, createPrivateKey, type KeyObject, randomBytes } from 'node:crypto';

/** version (1), nonce (12), AES-256-GCM of the private key in DER under the master key, tag (16). */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

const dayOf = (day: string): Buffer => Buffer.from(`know-the-signs epoch|${day}`);

/** A day's private key as the store may hold it: it opens with the master key, and as this day's only. */
export function wrapKey(privateKey: KeyObject, day: string, masterKey: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(dayOf(day));
  const der = privateKey.export({ type: 'pkcs8', format: 'der' });
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(der), cipher.final(), cipher.getAuthTag()]);
}

/** The private key, or `undefined` when this master key did not wrap it, or not for this day. */
export function unwrapKey(wrapped: Uint8Array, day: string, masterKey: Uint8Array): KeyObject | undefined {
  if (wrapped[0] !== version || wrapped.length <= 1 + nonceBytes + tagBytes) return undefined;
  try {
    const nonce = wrapped.subarray(1, 1 + nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: tagBytes });
    decipher.setAAD(dayOf(day)).setAuthTag(wrapped.subarray(-tagBytes));
    const der = Buffer.concat([decipher.update(wrapped.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}
