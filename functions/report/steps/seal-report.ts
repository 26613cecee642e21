import type { Asked, Routed } from '../asked.ts';
import type { Message } from '../mail/mail.ts';
import type { Envelope, SealedReport } from '../outbox/outbox.ts';
import type { Parts } from '../parts.ts';
import { mailComposer } from './compose.ts';
import { receiptHash } from './receipt.ts';
import { referenceOf } from './reference.ts';
import { releaseAt } from './release.ts';
import type { SameAnswers } from './same-answers.ts';
import { sealMessages } from './seal.ts';
import { thenDueAt } from './then-due-at.ts';

export interface Sealing {
  readonly id: string;
  /** It looks sent by a program: said in the mail, never a reason to leave it. */
  readonly suspect: boolean;
  /** It may go later than others, if nothing about it is urgent. */
  readonly slow: boolean;
  /** The moment that its mails are dated by. */
  readonly at: number;
  readonly sameAnswers: SameAnswers;
}

/** Who a mail goes to and when it may go. */
type Addressee = Pick<Envelope, 'recipient' | 'role' | 'rank' | 'dueAt'>;

interface Moment {
  readonly now: number;
  readonly release: number;
}

/**
 * Composes one mail for everyone on the cards and seals each, so that nobody here can read it again. Answers `undefined`
 * when no day's key was ever published: then nothing can be kept.
 */
export async function sealReport(
  parts: Parts,
  routed: Asked & Routed,
  sealing: Sealing,
): Promise<SealedReport | undefined> {
  const { id, slow, at: now } = sealing;
  const key = await parts.keys.current(new Date(now).toISOString().slice(0, 10));
  if (key === undefined) return undefined;
  const { urgency, decision } = routed;
  const { releaseDelaySeconds, random, secret } = parts;
  const release = releaseAt({ urgency, slow, releaseDelaySeconds, now, random });
  const addressees = addresseesOf(parts, routed, release);
  const mails = await mailsFor(addressees, { parts, routed, sealing, moment: { now, release } });
  const boxes = sealMessages({ id, epochPublicKey: key.publicKey, messages: mails });
  const envelopes = boxes.flatMap((sealed, index) => {
    const to = addressees[index];
    return to === undefined ? [] : [{ ...to, epoch: key.day, sealed }];
  });
  return { id, receiptHash: receiptHash(id, secret), rule: decision.rule, acceptedAt: now, envelopes };
}

/** Primary and copies at once; each second contact after its wait, if nobody before it got the report. */
function addresseesOf({ recipients: mailboxes }: Parts, routed: Routed, release: number): readonly Addressee[] {
  const { recipients, then } = routed.decision;
  const times = thenDueAt(routed, mailboxes, release);
  const first = recipients.map(({ id, role }): Addressee => ({ recipient: id, role, rank: 0, dueAt: release }));
  const next = then.map((recipient, index): Addressee => {
    const dueAt = times[index];
    if (dueAt === undefined) throw new Error('Every second contact has its time.');
    return { recipient, role: 'then', rank: index + 1, dueAt };
  });
  return [...first, ...next];
}

interface MailParts {
  readonly parts: Parts;
  readonly routed: Asked & Routed;
  readonly sealing: Sealing;
  readonly moment: Moment;
}

async function mailsFor(addressees: readonly Addressee[], { parts, routed, sealing, moment }: MailParts) {
  const { id, suspect, sameAnswers } = sealing;
  const { report, inputs, decision, urgency } = routed;
  const common = {
    ...{ report, inputs, decision, urgency, id, suspect },
    reference: referenceOf(id, parts.secret),
    takenOn: new Date(moment.now),
    releaseAt: new Date(moment.release),
    mailDomain: parts.mailDomain,
    words: parts.mailWords,
    model: parts.model,
    recipients: parts.recipients,
    sameAnswersBefore: sameAnswers.before(report, { id, now: moment.now }),
  };
  const compose = mailComposer(common);
  const writing = addressees.map(async ({ recipient, role }) => {
    const message = compose({ id: recipient, role });
    const key = parts.recipients.get(recipient)?.openpgp;
    const own = key === undefined ? message : await forTheirKey(message, key, new Date(moment.now));
    return { recipient, bytes: Buffer.from(JSON.stringify(own)) };
  });
  return Promise.all(writing);
}

/**
 * Encrypted to the agency's own key, so that our courier cannot read it either. Where the key cannot be used just now,
 * it is kept for a better one: sealed to us, and never mailed as it is. OpenPGP is loaded only where it is needed.
 */
async function forTheirKey(message: Message, key: string, now: Date): Promise<Message> {
  const { encryptMessage } = await import('./openpgp/encrypt-message.ts');
  const result = await encryptMessage(message, key, now);
  return result.ok ? result.message : { ...message, held: true };
}
