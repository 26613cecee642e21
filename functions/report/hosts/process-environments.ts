import type { Environment } from '../settings/read-named.ts';
import { supervised } from './run-process.ts';

const courierOnly = ['MASTER_KEY', 'MASTER_KEY_FILE'];
const intakeOnly = ['INTAKE_SECRET', 'INTAKE_SECRET_FILE'];

/**
 * What intake is given: everything but what opens reports or mail. It needs to know that there is a mail server, since
 * without one it would be a demo, but not the password.
 */
export function intakeEnvironment(env: Environment): Environment {
  const relays = ['SMTP_URL', 'SMTP_URL_2'].map((name) => [name, withoutPassword(env[name])]);
  return { ...without(courierOnly, env), ...Object.fromEntries(relays), [supervised]: '1' };
}

/** What the courier is given: everything but what signs tokens. */
export function courierEnvironment(env: Environment): Environment {
  return { ...without(intakeOnly, env), [supervised]: '1' };
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
