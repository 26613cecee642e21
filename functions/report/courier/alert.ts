import type { Mailer, Message } from '../mail/mail.ts';
import { type AlertKind, alertMails } from './alert-mails.ts';
import type { CourierLog } from './courier-log.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** These last until a person acts and are raised at every attempt, so once a day is enough, and in between they are dropped. */
const daily: ReadonlySet<AlertKind> = new Set<AlertKind>(['held', 'tls']);

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
  /** Mails what was raised, each kind at most once an hour or a day. What could not be sent is tried again at the next call. */
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

  const isQuiet = (kind: AlertKind, now: number) =>
    now - (sentAt.get(kind) ?? Number.NEGATIVE_INFINITY) < (daily.has(kind) ? day : hour);

  return {
    raise: (kind) => void raised.add(kind),
    async send(now) {
      for (const kind of daily) if (isQuiet(kind, now)) raised.delete(kind);
      const going = [...raised].filter((kind) => !sending.has(kind) && !isQuiet(kind, now));
      await Promise.all(going.map((kind) => sendOne(kind, now)));
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
