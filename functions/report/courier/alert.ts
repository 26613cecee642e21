import type { Mailer, Message } from '../mail/mail.ts';
import type { CourierLog } from './courier-log.ts';

const hour = 3_600_000;

/** What an operator is told of, each at most once an hour, and never a word about any report. */
const alertMails = {
  'dead-letter': {
    subject: 'Know the Signs: a report could not be delivered',
    text: `At least one report could not be delivered and is not tried again by itself. It is kept locked.
If the report has a second contact, that one gets it now.

The courier's output has the reason as a code. Check the mailbox of each agency in RECIPIENTS_FILE.
Before anyone opens a report: reading one can bring a duty to act. Ask your data protection and safeguarding leads first.`,
  },
  undelivered: {
    subject: 'Know the Signs: reports have waited for an hour',
    text: `At least one report has waited for more than an hour for the mail server to take it. It is tried again by itself.

Check the mail server in SMTP_URL and the mailboxes in RECIPIENTS_FILE. If it will be down for long, close the form: set INTAKE=closed.`,
  },
  keys: {
    subject: 'Know the Signs: the keys of the store need you',
    text: `The courier could not make, read or use one of the store's keys. Nothing is lost, but reports may not leave.

Check that MASTER_KEY_FILE is the file this store was made with, and that the disk has space.`,
  },
} as const;

export type AlertKind = keyof typeof alertMails;

export interface AlertParts {
  readonly mailer: Mailer;
  /** ALERT_TO; without it alerts are lines in the log only. */
  readonly to?: string | undefined;
  /** Domain of our sender, for the Message-ID. */
  readonly mailDomain: string;
  readonly log: CourierLog;
}

export interface Alerts {
  /** Notes that an operator must know; `send` tells. */
  raise(kind: AlertKind): void;
  /** Mails what was raised, each kind at most once an hour. What could not be sent is tried again at the next call. */
  send(now: number): Promise<void>;
}

/** Alerts without content, by the same mail server as the reports. */
export function alerts({ mailer, to, mailDomain, log }: AlertParts): Alerts {
  const raised = new Set<AlertKind>();
  const sending = new Set<AlertKind>();
  const sentAt = new Map<AlertKind, number>();

  async function sendOne(kind: AlertKind, now: number): Promise<void> {
    sending.add(kind);
    raised.delete(kind);
    const sent = to !== undefined && (await isSent(mailer, to, alertMessage(kind, now, mailDomain)));
    sending.delete(kind);
    log({ event: 'alert', outcome: sent ? 'sent' : 'not-sent', code: kind });
    if (sent || to === undefined) sentAt.set(kind, now);
    else raised.add(kind);
  }

  const mayGo = (kind: AlertKind, now: number) =>
    !sending.has(kind) && now - (sentAt.get(kind) ?? Number.NEGATIVE_INFINITY) >= hour;

  return {
    raise: (kind) => void raised.add(kind),
    async send(now) {
      await Promise.all([...raised].filter((kind) => mayGo(kind, now)).map((kind) => sendOne(kind, now)));
    },
  };
}

const isSent = async (mailer: Mailer, to: string, message: Message): Promise<boolean> =>
  (await mailer.deliver({ to, message })).outcome === 'delivered';

const alertMessage = (kind: AlertKind, now: number, domain: string): Message => ({
  ...alertMails[kind],
  messageId: `<alert.${kind}.${now}@${domain}>`,
  date: `${new Date(now).toISOString().slice(0, 19)}Z`,
});
