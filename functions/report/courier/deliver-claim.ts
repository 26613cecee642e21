import type { RecipientSetting, Recipients } from '../contract/recipient-setting.ts';
import type { DeliveryResult, Mailer, Message } from '../mail/mail.ts';
import type { Claim } from '../outbox/outbox.ts';
import { type HeldMails, heldMails } from './encrypt-held.ts';
import type { EpochPrivateKeys } from './epoch-private-keys.ts';
import { openBox } from './open-box.ts';
import { parseMessage } from './parse-message.ts';

export interface DeliveryParts {
  readonly keys: Pick<EpochPrivateKeys, 'privateKey'>;
  readonly mailer: Mailer;
  readonly recipients: Recipients;
  clock(): number;
}

/** The same for every claim of one courier. */
interface CarryParts extends DeliveryParts {
  readonly held: HeldMails;
}

/** Hands out what carries claims: one attempt at each, as below. */
export function claimCarrier(parts: DeliveryParts): (claim: Claim) => Promise<DeliveryResult> {
  const held = heldMails();
  return async (claim) => {
    const result = await deliverClaim({ ...parts, held }, claim);
    if (result.outcome !== 'retry') held.forget(keyOf(claim));
    return result;
  };
}

const keyOf = ({ id, recipient }: Claim): string => `${id}|${recipient}`;

/** The second mailbox is written to only while the lease surely lasts for one more whole delivery, ms. */
const timeForSecondMailbox = 45_000;

const dead = (code: string): DeliveryResult => ({ outcome: 'dead', code });
const retry = (code: string): DeliveryResult => ({ outcome: 'retry', ambiguous: false, code });

/**
 * One attempt at one envelope: open, look up the mailbox, mail. What does not open is dead, never dropped. An agency
 * that is not in RECIPIENTS_FILE just now, or whose key cannot be used, is waited for: its second contact has its own
 * time. Never throws.
 */
async function deliverClaim(parts: CarryParts, claim: Claim): Promise<DeliveryResult> {
  try {
    const opened = await openClaim(parts.keys, claim);
    if (typeof opened === 'string') return dead(opened);
    const mailbox = parts.recipients.get(claim.recipient);
    if (mailbox === undefined) return retry('NO-MAILBOX');
    const now = new Date(parts.clock());
    const message = await parts.held.readyToSend({ key: keyOf(claim), message: opened, mailbox, now });
    if (message === undefined) return retry('HELD');
    const possibleDuplicate = claim.ambiguous ? claim.attempt : undefined;
    return await writeTo(parts, mailbox, { message, possibleDuplicate });
  } catch {
    return { outcome: 'retry', ambiguous: true, code: 'FAULT' };
  }
}

/** The mail, or the code that says why there is none. */
async function openClaim(
  keys: DeliveryParts['keys'],
  { id, recipient, epoch, sealed }: Claim,
): Promise<Message | string> {
  const privateKey = await keys.privateKey(epoch);
  if (privateKey === undefined) return 'NO-KEY';
  const opened = openBox({ id, recipient, sealed, privateKey });
  if (opened === undefined) return 'UNOPENABLE';
  return parseMessage(opened) ?? 'NOT-A-MAIL';
}

interface Mail {
  readonly message: Message;
  readonly possibleDuplicate: number | undefined;
}

/** The agency's mailbox; its own second one when the first says no for good. */
async function writeTo(parts: DeliveryParts, mailbox: RecipientSetting, mail: Mail): Promise<DeliveryResult> {
  const started = parts.clock();
  const result = await parts.mailer.deliver({ to: mailbox.email, ...mail });
  if (result.outcome !== 'dead' || mailbox.backupEmail === undefined) return result;
  if (parts.clock() - started > timeForSecondMailbox) return retry('SECOND-MAILBOX');
  return parts.mailer.deliver({ to: mailbox.backupEmail, ...mail });
}
