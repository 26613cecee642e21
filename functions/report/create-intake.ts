import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { locales, scriptHash, styleHash } from 'virtual:site';
import mail from '#content/en/mail.json' with { type: 'json' };
import { mailableAgencies } from './contract/mailable-agencies.ts';
import { mayLeaveOutPolice } from './contract/may-leave-out-police.ts';
import { withoutSecondContacts } from './contract/without-second-contacts.ts';
import { createHandler, type Handler } from './handler.ts';
import { intakeState } from './intake-state.ts';
import { languageShelf } from './language-shelf.ts';
import { model } from './model.ts';
import { openTaking } from './open-taking.ts';
import type { LogEvent } from './parts.ts';
import { domainOf } from './settings/mailbox.ts';
import type { Environment } from './settings/read-named.ts';
import { readSecret } from './settings/read-secret.ts';
import { readSettings, type Settings } from './settings.ts';
import { addressBuckets, type BucketOf } from './steps/flood/address-buckets.ts';

export interface Intake {
  readonly handle: Handler;
  /** Where a request comes from, as its host sees it → the bucket that `handle` is told. */
  readonly bucketOf: BucketOf;
  readonly settings: Settings;
  /** Reports are taken; otherwise the addresses of the form show phones. */
  readonly open: boolean;
  readonly locales: readonly string[];
  close(): Promise<void>;
}

export interface IntakeOptions {
  readonly env: Environment;
  /** Of the same environment, where the host has read them already. */
  readonly settings?: Settings | undefined;
  /** Hosts decide where a line of log goes; nothing in one says what anyone wrote. */
  log(event: LogEvent): void;
}

/** Nobody who sees some delays may foresee the others, so they come from the system's own randomness. */
const randomSteps = 2 ** 47;
const keyBytes = 32;

const readText = (path: string): string => readFileSync(path, 'utf8');

/**
 * Builds the parts from the settings and hands out the one endpoint. Rejects with one sentence when a setting is missing
 * or wrong, or the store cannot be trusted.
 */
export async function createIntake({ env, settings: read, log }: IntakeOptions): Promise<Intake> {
  const routing = { ...model, ...model.routes };
  const agencies = { all: model.agencies.map(({ id }) => id), mailed: mailableAgencies(routing) };
  const settings = read ?? (await readSettings(env, readText, agencies));
  const { open } = intakeState(settings, model.partnership, routing);
  const taking = await openTaking(settings);
  const order = model.languages.map(({ id }) => id);
  const languages = languageShelf(locales, mail, order);
  const handle = createHandler({
    model: taking.keeps ? model : { ...model, routes: withoutSecondContacts(model.routes) },
    ...languages,
    mailWords: await languages.mailWords(),
    recipients: settings.recipients,
    open,
    demo: settings.demo,
    mayLeaveOutPolice: mayLeaveOutPolice(model.partnership),
    store: taking.acceptor,
    keys: taking.keys,
    secondContacts: taking.keeps,
    health: taking.health,
    secret: readSecret('INTAKE_SECRET', env, readText),
    policy: { styleHash, scriptHash },
    siteUrl: settings.siteUrl,
    mailDomain: domainOf(settings.mail.from),
    releaseDelaySeconds: settings.releaseDelaySeconds,
    now: Date.now,
    random: () => randomInt(randomSteps) / randomSteps,
    log,
  });
  const bucketOf = addressBuckets({
    hops: settings.trustedProxyHops,
    now: Date.now,
    newKey: () => randomBytes(keyBytes),
  });
  return { handle, bucketOf, settings, open, locales: languages.locales, close: taking.close };
}
