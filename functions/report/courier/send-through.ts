import { generateKeyPairSync } from 'node:crypto';
import type { Mailer } from '../mail/mail.ts';
import type { EpochPublicKeys } from '../outbox/epoch-keys.ts';
import type { Accepted, Acceptor, Envelope, SealedReport } from '../outbox/outbox.ts';
import { rawPublicKey } from '../steps/box-key.ts';
import { claimCarrier, type DeliveryParts } from './deliver-claim.ts';
import { mailerUntil } from './mailer-until.ts';

/** A person waits for the answer, and so does a host that ends a function after a while. */
export const sendThroughMs = 20_000;

/** So that a flood cannot fill the memory; what is forgotten is still known by its Message-ID. */
const mostRemembered = 10_000;

export interface SendThroughParts extends Omit<DeliveryParts, 'keys' | 'mailer'> {
  /** For one report, and closed with it: a host may sleep between two requests, and no connection outlives that. */
  openMailer(): Mailer;
  /** From the first word to the last mail server's last reply, ms; 20 s unless handed in. */
  readonly deadlineMs?: number | undefined;
}

export interface SendThrough {
  readonly acceptor: Acceptor;
  readonly keys: EpochPublicKeys;
  /** The last report could not be handed on to everyone. */
  failing(): boolean;
}

/** How far one report has come in this process. */
interface Progress {
  readonly reached: Set<string>;
  /** An attempt at these ended without a word: they may have it. */
  readonly unsure: Set<string>;
  readonly attempts: Map<string, number>;
}

/**
 * Takes reports on a host that can keep nothing. `stored` here means that the mail server took the mail for every
 * agency, within the deadline; anything less is `refused`, and the reporter is told so. When it answers nothing is left
 * to do, and nothing goes on. Reports are sealed as everywhere, to a key that lives and dies with this process. Sent
 * again, a report goes only to those it did not reach; in another process it has the same Message-ID and Date. There are
 * no second contacts: nothing waits.
 */
export function sendThrough({ openMailer, deadlineMs = sendThroughMs, ...parts }: SendThroughParts): SendThrough {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const key = rawPublicKey(publicKey);
  const known = new Map<string, Progress>();
  const underway = new Map<string, Promise<boolean>>();
  let failing = false;

  /** Writes to everyone who has not got it; answers whether everyone has it now. */
  async function handOn(report: SealedReport, envelopes: readonly Envelope[], progress: Progress): Promise<boolean> {
    const { id, acceptedAt } = report;
    const mailer = mailerUntil(openMailer(), deadlineMs);
    const carry = claimCarrier({ ...parts, mailer, keys: { privateKey: async () => privateKey } });
    const ends = envelopes.map(async (envelope) => {
      const { recipient } = envelope;
      const attempt = (progress.attempts.get(recipient) ?? 0) + 1;
      progress.attempts.set(recipient, attempt);
      const result = await carry({ ...envelope, id, acceptedAt, attempt, ambiguous: progress.unsure.has(recipient) });
      if (result.outcome === 'delivered') progress.reached.add(recipient);
      if (result.outcome === 'retry' && result.ambiguous) progress.unsure.add(recipient);
      return result.outcome === 'delivered';
    });
    const isWhole = (await Promise.all(ends)).every(Boolean);
    await mailer.close();
    failing = !isWhole;
    return isWhole;
  }

  async function accept(report: SealedReport): Promise<Accepted> {
    const envelopes = report.envelopes.filter(({ role }) => role !== 'then');
    const recipients = new Set(envelopes.map(({ recipient }) => recipient));
    if (recipients.size === 0 || recipients.size < envelopes.length) return 'refused';
    const before = underway.get(report.id);
    if (before !== undefined) return (await before) ? 'duplicate' : 'refused';
    const progress = progressOf(known, report.id);
    const left = envelopes.filter(({ recipient }) => !progress.reached.has(recipient));
    if (left.length === 0) return 'duplicate';
    const sending = handOn(report, left, progress).finally(() => underway.delete(report.id));
    underway.set(report.id, sending);
    return (await sending) ? 'stored' : 'refused';
  }

  return {
    acceptor: { accept },
    keys: { current: async (day) => ({ day, publicKey: key }) },
    failing: () => failing,
  };
}

/** What is known of a report; the newest is last, so the oldest is forgotten first. */
function progressOf(known: Map<string, Progress>, id: string): Progress {
  const progress = known.get(id) ?? { reached: new Set(), unsure: new Set(), attempts: new Map() };
  known.delete(id);
  known.set(id, progress);
  const [oldest] = known.keys();
  if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
  return progress;
}
