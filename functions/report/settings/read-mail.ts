import { isMailbox } from './mailbox.ts';
import { type Environment, readPlain } from './read-named.ts';
import { SettingsError } from './settings-error.ts';

export interface MailSettings {
  /** smtp or smtps URLs, tried in this order; empty in demo mode. They hold passwords: never print them. */
  readonly relays: readonly string[];
  readonly from: string;
  /** Who is told when mail does not get through. */
  readonly alertTo: string | undefined;
}

/** How mail leaves; `undefined` without SMTP_URL, which is demo mode. */
export function readMail(env: Environment): MailSettings | undefined {
  const first = readRelay('SMTP_URL', env);
  if (first === undefined) return undefined;
  const second = readRelay('SMTP_URL_2', env);
  const from = readMailbox('MAIL_FROM', env);
  if (from === undefined)
    throw new SettingsError('Set MAIL_FROM to the mailbox that mails come from, such as signs@example.org.');
  return { relays: second === undefined ? [first] : [first, second], from, alertTo: readMailbox('ALERT_TO', env) };
}

/** An address of a mail server. Options after `?` could switch encryption off, so there are none. */
function readRelay(name: string, env: Environment): string | undefined {
  const text = readPlain(name, env);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isMail = url !== undefined && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
  if (!isMail) {
    throw new SettingsError(
      `Set ${name} to smtps://user:password@host:465, or smtp://user:password@host:587 for STARTTLS.`,
    );
  }
  if (url.search !== '' || url.hash !== '' || !['', '/'].includes(url.pathname)) {
    throw new SettingsError(
      `Take everything after the port out of ${name}: encryption is always on and has no options.`,
    );
  }
  return text;
}

function readMailbox(name: string, env: Environment): string | undefined {
  const text = readPlain(name, env);
  if (text !== undefined && !isMailbox(text)) {
    throw new SettingsError(`Set ${name} to one plain mailbox in ASCII, such as signs@example.org.`);
  }
  return text;
}
