import { createDecipheriv, createPublicKey, type KeyObject } from 'node:crypto';
import { boundTo, box, boxKeys, publicKeyFrom, rawPublicKey } from '../steps/box-key.ts';

export interface SealedBox {
  readonly id: string;
  readonly recipient: string;
  readonly sealed: Uint8Array;
  /** Private key of the day it was sealed to. */
  readonly privateKey: KeyObject;
}

/**
 * What `sealMessages` sealed, or `undefined` when the box does not open: another day's key, moved to another report or
 * recipient, or changed by so much as a bit. The layout is in `steps/seal.ts`.
 */
export function openBox({ id, recipient, sealed, privateKey }: SealedBox): Uint8Array | undefined {
  if (sealed[0] !== box.version || sealed.length < box.header + box.length + box.tag) return undefined;
  try {
    const reportKey = sealed.subarray(1, box.header);
    const publicKey = publicKeyFrom(reportKey);
    const dayKey = rawPublicKey(createPublicKey(privateKey));
    const { key, nonce } = boxKeys({ privateKey, publicKey, reportKey, dayKey })(recipient);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: box.tag });
    decipher.setAAD(boundTo(id, recipient)).setAuthTag(sealed.subarray(-box.tag));
    const plain = Buffer.concat([decipher.update(sealed.subarray(box.header, -box.tag)), decipher.final()]);
    return plain.subarray(box.length, box.length + plain.readUInt32BE());
  } catch {
    return undefined;
  }
}
