import type { Recipients } from '../contract/recipient-setting.ts';
import { alwaysReads } from '../reading-hours.ts';
import { type Environment, readPlain } from './read-named.ts';
import { readValue } from './read-value.ts';
import { SettingsError } from './settings-error.ts';

/** Where reports wait. `url` holds a password: never print it. */
export type StoreSetting =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'postgres'; readonly url: string }
  /** Nowhere: a report is taken only once the mail server has it. */
  | { readonly kind: 'send-through' };

const mend = 'Set DATABASE_URL to postgresql://user:password@host:5432/name.';

/** STORE and DATABASE_URL together; a database that is named is used unless STORE says otherwise. Throws a `SettingsError`. */
export function readStore(env: Environment, { demo }: { readonly demo: boolean }): StoreSetting {
  const url = readPlain('DATABASE_URL', env);
  const named = readValue('STORE', env);
  if (named !== 'embedded' && named !== 'send-through') refuseCourierAlone(env, url);
  const kind = named ?? (url === undefined ? 'embedded' : 'postgres');
  if (kind === 'send-through' && demo) {
    throw new SettingsError(
      'STORE=send-through hands every report to a mail server: set SMTP_URL, or take STORE out to run the demo.',
    );
  }
  if (kind !== 'postgres') return { kind };
  if (url === undefined) throw new SettingsError(`STORE=postgres needs a database. ${mend}`);
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (!['postgres:', 'postgresql:'].includes(protocol)) throw new SettingsError(mend);
  return { kind, url };
}

/** Taken for a site without a database, intake would keep reports where no courier looks. */
function refuseCourierAlone(env: Environment, url: string | undefined): void {
  if (url !== undefined || readPlain('COURIER_DATABASE_URL', env) === undefined) return;
  throw new SettingsError("COURIER_DATABASE_URL is set but DATABASE_URL is not: set DATABASE_URL to intake's login.");
}

/** What a site that keeps nothing cannot do. Throws a `SettingsError` for the first thing that asks for it. */
export function refuseWaiting(recipients: Recipients, releaseDelaySeconds: number): void {
  if (releaseDelaySeconds > 0) {
    throw new SettingsError('STORE=send-through can delay nothing: unset RELEASE_DELAY, or set it to 0.');
  }
  const [id] = [...recipients].find(([, { reads }]) => reads !== alwaysReads) ?? [];
  if (id === undefined) return;
  throw new SettingsError(
    `STORE=send-through has no second contact for the hours when ${id} does not read: let a mailbox there be read 24/7, or leave ${id} out.`,
  );
}
