import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import type { RecipientSetting, Recipients } from '../contract/recipient-setting.ts';
import { parseReadingHours } from '../reading-hours.ts';
import { isMailbox } from './mailbox.ts';
import type { Named } from './read-named.ts';
import { SettingsError } from './settings-error.ts';

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

const text = (test: (value: string) => boolean, error: string) => z.string(error).check(z.refine(test, error));
const mailbox = text(isMailbox, 'must be one plain mailbox such as reports@example.org');
const day = text(isDay, 'must be a day such as 2027-01-31');
const hours = text(
  (value) => parseReadingHours(value) !== undefined,
  'must be 24/7 or hours such as "Mon-Fri 09:00-17:00; Sat 10:00-12:00"',
);
const publicKey = text(
  (value) => !value.includes('PRIVATE KEY'),
  'must be the public key of that agency, never a private one',
);
const choice = z._default(z.boolean('must be true or false'), false);

/** One entry of RECIPIENTS_FILE; what each key means stands in `contract/recipient-setting.ts`. */
const entry = z.strictObject({
  email: mailbox,
  backup_email: z.optional(mailbox),
  reads: hours,
  agreed: day,
  tested: z.optional(day),
  acknowledges: choice,
  json: choice,
  // Not read here: a key that cannot be used holds that agency's reports, and does not stop the site for all others.
  openpgp: z.optional(publicKey),
});
const keys = Object.keys(entry.shape).join(', ');

/** RECIPIENTS_FILE → mailboxes by agency id. The first thing wrong is thrown with file, entry, line and mend. */
export function readRecipients({ text: source, where }: Named, agencies: readonly string[]): Recipients {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined)
    throw new SettingsError(`${where} is not YAML at line ${lineOf(lines, error.pos[0])}: mend it.`);
  if (document.contents === null) return new Map();
  if (!isMap(document.contents))
    throw new SettingsError(`${where} must be a list of agency ids, each with its mailbox.`);
  return new Map(
    document.contents.items.map(({ key, value }) => {
      const id = isScalar(key) ? String(key.value) : '';
      const place = `${where}, entry "${id}", line ${lineOf(lines, isScalar(key) ? key.range?.[0] : undefined)}`;
      if (!agencies.includes(id))
        throw new SettingsError(`${place}: no agency has this id in agencies.yaml, so use one that has.`);
      return [id, readEntry(place, toPlain(value))];
    }),
  );
}

function readEntry(place: string, value: unknown): RecipientSetting {
  const result = z.safeParse(entry, value);
  if (!result.success) throw new SettingsError(`${place}: ${sayIssue(result.error.issues[0])}.`);
  const { backup_email: backupEmail, ...rest } = result.data;
  return { ...rest, backupEmail };
}

function sayIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return `the key "${issue.keys[0]}" is not known, so use only ${keys}`;
  if (issue === undefined || issue.path.length === 0) return `must have keys of its own: ${keys}`;
  return `${issue.path.join('.')} ${issue.message}`;
}

function toPlain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'toJSON' in value ? (value.toJSON as () => unknown)() : value;
}

function lineOf(lines: LineCounter, offset: number | undefined): number {
  return lines.linePos(offset ?? 0).line;
}
