import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mailableAgencies } from '../contract/mailable-agencies.ts';
import { model } from '../model.ts';
import { readMail } from '../settings/read-mail.ts';
import { readPlain } from '../settings/read-named.ts';
import { readValue } from '../settings/read-value.ts';
import { makeSecretFile } from '../settings/secret-environment.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { CommandInput } from './command.ts';
import { environmentFile, type GivenValues, recipientsFile } from './init-files.ts';

const files = {
  master: 'private/master.key',
  intake: 'private/intake.secret',
  recipients: 'private/recipients.yaml',
  environment: '.env',
} as const;

const flags = {
  'site-url': { type: 'string' },
  'smtp-url': { type: 'string' },
  'mail-from': { type: 'string' },
  'alert-to': { type: 'string' },
} as const;

/** The first real configuration: secrets, a list of mailboxes to fill in, and `.env`. Never changes a file that is there. */
export async function init({ args, env, folder, print }: CommandInput): Promise<number> {
  const given = readFlags(args);
  const agencies = mailableAgencies({ ...model, ...model.routes });
  const values = {
    SITE_URL: given['site-url'] ?? readPlain('SITE_URL', env),
    SMTP_URL: given['smtp-url'] ?? readPlain('SMTP_URL', env),
    MAIL_FROM: given['mail-from'] ?? readPlain('MAIL_FROM', env),
    ALERT_TO: given['alert-to'] ?? readPlain('ALERT_TO', env),
  };
  refuseWrong(values);
  const at = (name: string) => path.join(folder, name);
  mkdirSync(at('private'), { recursive: true, mode: 0o700 });
  const made: readonly [name: string, isNew: boolean][] = [
    [files.master, makeSecretFile(at(files.master))],
    [files.intake, makeSecretFile(at(files.intake))],
    [files.recipients, writeNew(at(files.recipients), recipientsFile(agencies))],
    [files.environment, writeNew(at(files.environment), environmentFile(values, files))],
  ];
  for (const [name, isNew] of made) print(isNew ? `made   ${name}` : `kept   ${name} (it was there)`);
  for (const line of nextSteps) print(line);
  return 0;
}

const nextSteps = [
  '',
  'Next:',
  '1. Copy private/master.key to a safe place apart from this machine: without it nobody can open what is stored.',
  '2. Fill in .env: every line that is empty. Nothing in .env or private/ belongs in version control.',
  '3. In content/model/partnership.yaml name the controller, who answers in law for the reports.',
  '4. When an agency has agreed in writing, fill in its entry in private/recipients.yaml.',
  '5. Run `npm run send-test -- police` for each; when they have read it, write the day under `tested`.',
  '6. Run `npm run check`: it says why intake is still shut. Until then the site shows phones only.',
  '7. Run `npm start`.',
];

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags }).values;
  } catch (cause) {
    const known = Object.keys(flags).map((flag) => `--${flag}`);
    throw new SettingsError(`Use only ${known.join(', ')}, each with its value.`, { cause });
  }
}

/** A wrong value is said now and not at the first start. */
function refuseWrong(values: GivenValues): void {
  readValue('SITE_URL', { ...values });
  readMail({ ...values, MAIL_FROM: values.MAIL_FROM ?? 'signs@example.org' });
  const quoted = Object.entries(values).find(([, value]) => value !== undefined && /['\n]/.test(value));
  if (quoted) throw new SettingsError(`Write %27 for the ' in ${quoted[0]}: in .env it stands in quotes.`);
}

/** Answers false when the file is there. */
function writeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
