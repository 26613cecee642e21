import { onTestFinished } from 'vitest';
import type { Delivery } from '../../functions/report/mail/mail.ts';
import { type SmtpMailerOptions, smtpMailer } from '../../functions/report/mail/smtp-mailer.ts';
import type { Certificate } from './certificate.ts';

export const canary = 'CanaryOfTheMailer';
/** An invented mail to an invented desk. */
export const delivery: Delivery = {
  to: 'desk@police.example',
  message: {
    subject: `ref ${canary}`,
    text: canary,
    messageId: '<1.police@signs.example>',
    date: '2027-03-14T12:00:00Z',
  },
};

/** A mailer for one test, that trusts `tls` alone. */
export function mailerFor(tls: Certificate) {
  return (relays: readonly string[], over: Partial<SmtpMailerOptions> = {}) => {
    const options = { from: 'reports@signs.example', name: 'signs.example', ca: tls.cert, relays, ...over };
    const made = smtpMailer(options);
    onTestFinished(() => made.close());
    return made;
  };
}
