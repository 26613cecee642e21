import { createCipheriv, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { boundTo, box, boxKeys, publicKeyFrom, rawPublicKey } from './box-key.ts';

/** Every box has one of these sizes inside, KiB, so that its length does not tell how much was written. */
const sizeClasses = [4, 8, 16, 32, 64, 128] as const;

export interface Sealing {
  /** The report's id: a box opens under it only. */
  readonly id: string;
  /** The day's X25519 public key, 32 bytes. */
  readonly epochPublicKey: Uint8Array;
  readonly messages: readonly { readonly recipient: string; readonly bytes: Uint8Array }[];
  /** 32 secret bytes for the report's own key, used once; fresh ones unless a test hands them in. */
  readonly randomness?: Uint8Array | undefined;
}

/**
 * Seals a report's mails, one box a recipient, in the order of `messages`: only the day's private key opens them, which
 * intake does not have. Throws when a mail is larger than the largest class (128 KiB).
 *
 * A box, version 1:
 * ```
 *  0      version, 1
 *  1-32   the report's X25519 public key, the same in all its boxes
 * 33-     AES-256-GCM of: length (4 bytes, big endian), mail, zeros up to 4, 8, 16, 32, 64 or 128 KiB
 * last 16 its tag
 * ```
 * Key and nonce: HKDF-SHA256 of the X25519 secret, salt = report key and day key, info = `know-the-signs box 1|recipient`,
 * 32 and 12 bytes. Associated data: `id|recipient`. A report's key is made for it and thrown away, so no key and nonce
 * are used twice.
 */
export function sealMessages({ id, epochPublicKey, messages, randomness }: Sealing): readonly Uint8Array[] {
  const report = randomness === undefined ? generateKeyPairSync('x25519') : keyPairFrom(randomness);
  const reportKey = rawPublicKey(report.publicKey);
  const publicKey = dayKey(epochPublicKey);
  const keysFor = boxKeys({ privateKey: report.privateKey, publicKey, reportKey, dayKey: epochPublicKey });
  return messages.map(({ recipient, bytes }) => {
    const { key, nonce } = keysFor(recipient);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(id, recipient));
    const sealed = [cipher.update(padded(bytes)), cipher.final(), cipher.getAuthTag()];
    return Buffer.concat([Buffer.of(box.version), reportKey, ...sealed]);
  });
}

function padded(bytes: Uint8Array): Buffer {
  const size = sizeClasses.map((kib) => kib * 1024).find((fits) => box.length + bytes.length <= fits);
  if (size === undefined) {
    throw new Error(
      `A mail of ${bytes.length} bytes is larger than ${sizeClasses.at(-1)} KiB: lower the limits of the form.`,
    );
  }
  const plain = Buffer.alloc(size);
  plain.writeUInt32BE(bytes.length);
  plain.set(bytes, box.length);
  return plain;
}

/** The last key read, since a day's key is the same for every report of it, and reading one costs a third of a seal. */
let lastRead: { readonly raw: Buffer; readonly key: KeyObject } | undefined;

function dayKey(raw: Uint8Array): KeyObject {
  if (lastRead === undefined || !lastRead.raw.equals(raw))
    lastRead = { raw: Buffer.from(raw), key: publicKeyFrom(raw) };
  return lastRead.key;
}

/** The head of an X25519 private key in DER (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');

function keyPairFrom(randomness: Uint8Array): { privateKey: KeyObject; publicKey: KeyObject } {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, randomness]), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
