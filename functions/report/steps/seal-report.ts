import type { Asked, Routed } from '../asked.ts';
import type { Envelope, SealedReport } from '../outbox/outbox.ts';
import type { Parts } from '../parts.ts';
import { mailComposer } from './compose.ts';
import { receiptHash } from './receipt.ts';
import { referenceOf } from './reference.ts';
import { releaseAt } from './release.ts';
import type { SameAnswers } from './same-answers.ts';
import { sealMessages } from './seal.ts';
import { waitMinutes } from './show-cards.ts';

export interface Sealing {
  readonly id: string;
  /** It looks sent by a program: said in the mail, never a reason to leave it. */
  readonly suspect: boolean;
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
  const now = parts.now();
  const key = await parts.keys.current(new Date(now).toISOString().slice(0, 10));
  if (key === undefined) return undefined;
  const { id, suspect } = sealing;
  const { urgency, decision } = routed;
  const { releaseDelaySeconds, random, secret } = parts;
  const release = releaseAt({ urgency, suspect, releaseDelaySeconds, now, random });
  const addressees = addresseesOf(routed, release);
  const mails = mailsFor(addressees, { parts, routed, sealing, moment: { now, release } });
  const boxes = sealMessages({ id, epochPublicKey: key.publicKey, messages: mails });
  const envelopes = boxes.flatMap((sealed, index) => {
    const to = addressees[index];
    return to === undefined ? [] : [{ ...to, epoch: key.day, sealed }];
  });
  return { id, receiptHash: receiptHash(id, secret), rule: decision.rule, acceptedAt: now, envelopes };
}

/** Primary and copies at once; each second contact after its wait, if nobody before it got the report. */
function addresseesOf(routed: Routed, release: number): readonly Addressee[] {
  const { recipients, then } = routed.decision;
  const first = recipients.map(({ id, role }): Addressee => ({ recipient: id, role, rank: 0, dueAt: release }));
  const next = then.map((recipient, index): Addressee => {
    const rank = index + 1;
    return { recipient, role: 'then', rank, dueAt: release + waitMinutes(routed, rank) * 60_000 };
  });
  return [...first, ...next];
}

interface MailParts {
  readonly parts: Parts;
  readonly routed: Asked & Routed;
  readonly sealing: Sealing;
  readonly moment: Moment;
}

function mailsFor(addressees: readonly Addressee[], { parts, routed, sealing, moment }: MailParts) {
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
    sameAnswersBefore: sameAnswers.before(report, moment.now),
  };
  const compose = mailComposer(common);
  return addressees.map(({ recipient, role }) => {
    const message = compose({ id: recipient, role });
    return { recipient, bytes: Buffer.from(JSON.stringify(message)) };
  });
}
