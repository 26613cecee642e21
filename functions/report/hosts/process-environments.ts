import type { Environment } from '../settings/read-named.ts';
import { supervised } from './run-process.ts';

/** What opens reports; intake lets go of it first thing when it is started alone with more than its own. */
export const courierOnly = ['MASTER_KEY', 'MASTER_KEY_FILE', 'COURIER_DATABASE_URL'];
const intakeOnly = ['INTAKE_SECRET', 'INTAKE_SECRET_FILE'];

/**
 * What intake is given: everything but what opens reports or mail. It needs to know that there is a mail server, since
 * without one it would be a demo, but not the password.
 */
export function intakeEnvironment(env: Environment): Environment {
  // Where nothing is kept there is no courier, so intake itself must log in to the mail server.
  const password = env['STORE'] === 'send-through' ? (text?: string) => text : withoutPassword;
  const relays = ['SMTP_URL', 'SMTP_URL_2'].map((name) => [name, password(env[name])]);
  return { ...without(courierOnly, env), ...Object.fromEntries(relays), [supervised]: '1' };
}

/** What the courier is given: everything but what signs tokens, and its own login to the database where it has one. */
export function courierEnvironment(env: Environment): Environment {
  return { ...without(intakeOnly, ownLogin(env)), [supervised]: '1' };
}

/** One login that may both take reports and open them would be one too many: intake refuses it. */
export function ownLogin(env: Environment): Environment {
  const { COURIER_DATABASE_URL: own, ...rest } = env;
  return own === undefined ? env : { ...rest, DATABASE_URL: own };
}

function without(names: readonly string[], env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

function withoutPassword(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return text;
  const url = new URL(text);
  url.username = '';
  url.password = '';
  return url.href;
}
