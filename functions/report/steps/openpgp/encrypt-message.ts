import { createMessage, encrypt, type PublicKey } from 'openpgp';
import type { Message } from '../../mail/mail.ts';
import { agencyKey, type KeyProblem } from './agency-key.ts';
import { mimeEntity } from './mime-entity.ts';

export type Encrypted =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: KeyProblem };

/**
 * The mail for the holder of that key alone: nobody here can read it again. Subject, id and date stay as they are, since
 * nothing in them tells what was reported. A key that cannot be used is an answer and never a plain mail.
 */
export async function encryptMessage(message: Message, armoured: string, now: Date): Promise<Encrypted> {
  const found = await agencyKey(armoured, now);
  if (!found.ok) return found;
  try {
    return { ok: true, message: await encryptTo(found.key, message, now) };
  } catch {
    return { ok: false, problem: 'cannot-encrypt' };
  }
}

async function encryptTo(key: PublicKey, message: Message, now: Date): Promise<Message> {
  const { subject, messageId, date } = message;
  // The time inside would be that of the writing, to the second; the mail's own date is the time that may be known.
  const entity = await createMessage({ binary: Buffer.from(mimeEntity(message)), date: new Date(date), filename: '' });
  const encrypted = await encrypt({ message: entity, encryptionKeys: key, date: now });
  return { subject, messageId, date, text: '', encrypted };
}
