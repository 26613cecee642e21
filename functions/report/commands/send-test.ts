import { randomBytes } from 'node:crypto';
import { readDeployment } from '../hosts/deployment.ts';
import type { Message } from '../mail/mail.ts';
import { smtpMailer } from '../mail/smtp-mailer.ts';
import { domainOf } from '../settings/mailbox.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { CommandInput } from './command.ts';
import { testMessage } from './test-message.ts';

/** `npm run send-test -- police`: one mail as that agency would get it, marked as a test. Exit code 1 when it did not leave. */
export async function sendTest({ args, env, now, print }: CommandInput): Promise<number> {
  const { settings } = await readDeployment(env);
  const { demo, mail, recipients } = settings;
  if (demo) throw new SettingsError('This is a demo and reaches nobody: set SMTP_URL first, or run `npm run init`.');
  const [agency = ''] = args;
  const recipient = recipients.get(agency);
  if (recipient === undefined) {
    const known = [...recipients.keys()].join(', ') || 'none yet';
    throw new SettingsError(
      `Name an agency that has a mailbox in RECIPIENTS_FILE (${known}), such as \`npm run send-test -- police\`.`,
    );
  }
  const mailDomain = domainOf(mail.from);
  const id = randomBytes(16).toString('hex');
  const message = await forTheirKey(testMessage({ agency, id, now, mailDomain, recipients }), recipient.openpgp, now);
  if (message === undefined) {
    print(`The test was not sent: the OpenPGP key of ${agency} cannot be used. \`npm run check\` says why.`);
    return 1;
  }
  const mailer = smtpMailer({ relays: mail.relays, from: mail.from, name: mailDomain });
  const result = await mailer.deliver({ to: recipient.email, message });
  await mailer.close();
  if (result.outcome !== 'delivered') {
    print(`The test did not leave (${result.code}): check SMTP_URL and the mailbox of ${agency}.`);
    return 1;
  }
  print(
    `The mail server took the test for ${agency}. When somebody there has read it, write that day in RECIPIENTS_FILE:`,
  );
  print(`  tested: ${now.toISOString().slice(0, 10)}`);
  return 0;
}

/** A test is encrypted like a report, since whether they can open one is what is tested. */
async function forTheirKey(message: Message, openpgp: string | undefined, now: Date): Promise<Message | undefined> {
  if (openpgp === undefined) return message;
  const { encryptMessage } = await import('../steps/openpgp/encrypt-message.ts');
  const result = await encryptMessage(message, openpgp, now);
  return result.ok ? result.message : undefined;
}
