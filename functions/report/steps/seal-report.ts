import type { Asked, Routed } from '../asked.ts';
import type { Envelope, SealedReport } from '../outbox/outbox.ts';
import type { Parts } from '../parts.ts';
import { composeMail } from './compose.ts';
import { receiptHash } from './receipt.ts';
import { referenceOf } from './reference.ts';
import { releaseAt } from './release.ts';
import type { SameAnswers } from './same-answers.ts';
import { sealMessages } from './seal.ts';
import { waitMinutes } from './show-cards.ts';

export interface Sealing {
  readonly id: string;
  readonly suspect: boolean;
  readonly sameAnswers: SameAnswers;
}

type Addressee = Pick<Envelope, 'recipient' | 'role' | 'rank' | 'dueAt'>;

/**
 * Compose one mail for everyone on the cards, and seal each so that nobody here can read it again. Answers `undefined`
 * when no day's key was ever published: then nothing can be kept.
 */
export async function sealReport(parts: Parts, routed: Asked & Routed, sealing: Sealing): Promise<SealedReport | undefined> {
  const now = parts.now();
  const key = await parts.keys.current(new Date(now).toISOString().slice(0, 10));
  if (key === undefined) return undefined;
  const { id, suspect } = sealing;
  const { urgency, decision } = routed;
  const { releaseDelaySeconds, random } = parts;
  const release = releaseAt({ urgency, suspect, releaseDelaySeconds, now, random });
  const addressees = addressList(routed, release);
  const compose = mailFor(parts, routed, { ...sealing, now, release });
  const messages = addressees.map((to) => ({ recipient: to.recipient, bytes: encode(compose(to)) }));
  const boxes = sealMessages({ id, epochPublicKey: key.publicKey, messages });
  const envelopes = addressees.map((to, index) => ({ ...to, epoch: key.day, sealed: boxAt(boxes, index) }));
  return { id, receiptHash: receiptHash(id, parts.secret), rule: decision.rule, acceptedAt: now, envelopes };
}
