import { resolve } from 'node:path';
import type { Recipients } from './contract/recipient-setting.ts';
import { demoDomain, demoRecipients } from './settings/demo-recipients.ts';
import { type MailSettings, readMail } from './settings/read-mail.ts';
import { type Environment, type Named, type ReadFile, readNamed, readPlain } from './settings/read-named.ts';
import { readStore, refuseWaiting, type StoreSetting } from './settings/read-store.ts';
import { readValue } from './settings/read-value.ts';
import { SettingsError } from './settings/settings-error.ts';

/** Every setting but the two secrets, which `readSecret` hands to the one process that needs each. */
export interface Settings {
  /** No SMTP_URL: mail goes to a server of our own that keeps it, and nothing reaches an agency. */
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  /** Public origin; its path is `/`. */
  readonly siteUrl: URL;
  /** Absolute. */
  readonly dataDir: string;
  readonly store: StoreSetting;
  readonly mail: MailSettings;
  readonly recipients: Recipients;
  readonly intake: 'open' | 'closed';
  /** Languages that are shown although no person reviewed their safety words; `all` in demo mode. */
  readonly draftLanguages: readonly string[] | 'all';
  /** Longest random delay of a report with no urgency; 0 also empties the slow lane. */
  readonly releaseDelaySeconds: number;
  /** How many proxies of ours stand in front; 0 is none. */
  readonly trustedProxyHops: number;
}

/** The agency ids of the content model. */
export interface KnownAgencies {
  readonly all: readonly string[];
  /** Those a rule can mail. */
  readonly mailed: readonly string[];
}

/** Reads and checks every setting. Rejects with a `SettingsError` of one sentence for the first that is missing or wrong. */
export async function readSettings(env: Environment, files: ReadFile, agencies: KnownAgencies): Promise<Settings> {
  const mail = readMail(env);
  const demo = mail === undefined;
  if (demo) refuseHalfConfigured(env);
  const port = readValue('PORT', env) ?? 4321;
  const store = readStore(env, { demo });
  const named = readNamed('RECIPIENTS', env, files);
  const recipients = demo ? demoRecipients(agencies.mailed) : await readLive(named, agencies.all);
  const keeps = store.kind !== 'send-through';
  const releaseDelaySeconds = readValue('RELEASE_DELAY', env) ?? (demo || !keeps ? 0 : 900);
  if (!keeps) refuseWaiting(recipients, releaseDelaySeconds);
  return {
    demo,
    host: readPlain('HOST', env) ?? '127.0.0.1',
    port,
    siteUrl: readValue('SITE_URL', env) ?? new URL(`http://localhost:${port}`),
    dataDir: resolve(readPlain('DATA_DIR', env) ?? 'var'),
    store,
    mail: mail ?? { relays: [], from: `site@${demoDomain}`, alertTo: undefined },
    recipients,
    intake: readValue('INTAKE', env) ?? 'open',
    draftLanguages: readValue('DRAFT_LANGUAGES', env) ?? (demo ? 'all' : []),
    releaseDelaySeconds,
    trustedProxyHops: readValue('TRUSTED_PROXY', env) ?? 0,
  };
}

/**
 * Without a mailbox for anyone the site still runs, and shows phones only. The reader of YAML is loaded only where there
 * is a file to read: it is the largest part of a cold start.
 */
async function readLive(named: Named | undefined, agencies: readonly string[]): Promise<Recipients> {
  if (named === undefined) return new Map();
  const { readRecipients } = await import('./settings/read-recipients.ts');
  return readRecipients(named, agencies);
}

/** Settings of a real site without SMTP_URL would take real reports into a demo; that must not happen in silence. */
function refuseHalfConfigured(env: Environment): void {
  const names = ['RECIPIENTS_FILE', 'RECIPIENTS', 'MAIL_FROM', 'ALERT_TO', 'SMTP_URL_2'];
  const name = names.find((one) => readPlain(one, env) !== undefined);
  if (name === undefined) return;
  throw new SettingsError(`${name} is set but SMTP_URL is not: set SMTP_URL, or unset ${name} to run the demo.`);
}
