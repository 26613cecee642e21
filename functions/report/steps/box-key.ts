import { createPublicKey, createSecretKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';

/** The layout of a box, version 1; see `seal.ts`. Lengths in bytes. */
export const box = {
  version: 1,
  /** version, then the report's own public key */
  header: 1 + 32,
  tag: 16,
  /** length of what follows, before the padding */
  length: 4,
} as const;

/** A raw X25519 public key is the tail of its DER form; this is the head (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b656e032100', 'hex');

/** Read from the JSON form (RFC 8037), which Node writes twenty times as fast as DER. */
export const rawPublicKey = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');

export const publicKeyFrom = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' });

export interface Exchange {
  /** Ours: the report's at intake, the day's at the courier. */
  readonly privateKey: KeyObject;
  /** Theirs. */
  readonly publicKey: KeyObject;
  /** Raw public keys of the report and of the day: part of the key, so that neither can be exchanged. */
  readonly reportKey: Uint8Array;
  readonly dayKey: Uint8Array;
}

/**
 * One X25519 exchange gives the key and the nonce of each recipient's box: HKDF-SHA256, the recipient in its `info`.
 * Secrets go about as key objects: Node takes longer to look through bytes for a key than to encrypt with it.
 */
export function boxKeys(exchange: Exchange): (recipient: string) => { key: KeyObject; nonce: Buffer } {
  const shared = createSecretKey(diffieHellman(exchange));
  const salt = Buffer.concat([exchange.reportKey, exchange.dayKey]);
  return (recipient) => {
    const derived = Buffer.from(hkdfSync('sha256', shared, salt, `know-the-signs box 1|${recipient}`, 44));
    return { key: createSecretKey(derived.subarray(0, 32)), nonce: derived.subarray(32) };
  };
}

/** What a box is bound to besides its key: it opens for this report and this recipient only. */
export const boundTo = (id: string, recipient: string): Buffer => Buffer.from(`${id}|${recipient}`);
