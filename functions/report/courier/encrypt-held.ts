import type { RecipientSetting } from '../contract/recipient-setting.ts';
import type { Message } from '../mail/mail.ts';

export interface HeldMail {
  /** Report and agency; only to know the mail again. */
  readonly key: string;
  readonly message: Message;
  readonly mailbox: RecipientSetting;
  readonly now: Date;
}

export interface HeldMails {
  /** The mail as it may leave; `undefined` while it is held for a key that can be used. */
  readyToSend(held: HeldMail): Promise<Message | undefined>;
  /** It is delivered or dead: what was made for it is not needed again. */
  forget(key: string): void;
}

/**
 * The last look before a mail leaves: one for an agency with a key leaves encrypted or not at all. Most were encrypted
 * at intake; this is for those that came while the key could not be used, or before the agency had one. A mail that was
 * encrypted here is the same at each attempt until the courier stops.
 */
export function heldMails(): HeldMails {
  const encrypted = new Map<string, Message>();
  return {
    async readyToSend({ key, message, mailbox: { openpgp }, now }) {
      const mayLeave = message.encrypted !== undefined || (openpgp === undefined && message.held !== true);
      if (mayLeave) return message;
      if (openpgp === undefined) return undefined;
      const before = encrypted.get(key);
      if (before !== undefined) return before;
      const { encryptMessage } = await import('../steps/openpgp/encrypt-message.ts');
      const result = await encryptMessage(message, openpgp, now);
      if (!result.ok) return undefined;
      encrypted.set(key, result.message);
      return result.message;
    },
    forget: (key) => void encrypted.delete(key),
  };
}
