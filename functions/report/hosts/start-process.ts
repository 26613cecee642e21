import { setTimeout as wait } from 'node:timers/promises';
import { paths } from '../contract/paths.ts';
import { type Environment, readPlain } from '../settings/read-named.ts';
import { readSecret } from '../settings/read-secret.ts';
import { secretEnvironment } from '../settings/secret-environment.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { Settings } from '../settings.ts';
import { type Deployment, readDeployment, readText } from './deployment.ts';
import { courierEnvironment, intakeEnvironment } from './process-environments.ts';
import type { Running } from './run-process.ts';
import { supervise } from './supervise.ts';

/** The built files of the two processes. */
export interface ProcessFiles {
  readonly intake: string;
  readonly courier: string;
}

/** Runs intake and courier, keeps them running, and says where the site is once it takes reports. */
export async function startBoth({ intake, courier }: ProcessFiles): Promise<Running> {
  const deployment = await readDeployment(process.env);
  const { settings } = deployment;
  const keeps = settings.store.kind !== 'send-through';
  if (settings.store.kind === 'postgres') requireTwoLogins(process.env);
  for (const name of keeps ? (['INTAKE_SECRET', 'MASTER_KEY'] as const) : (['INTAKE_SECRET'] as const)) {
    readSecret(name, secretEnvironment(name, settings, process.env), readText);
  }
  const supervision = supervise([
    { file: intake, env: intakeEnvironment(process.env) },
    ...(keeps ? [{ file: courier, env: courierEnvironment(process.env) }] : []),
  ]);
  const ready = supervision.ready.then(
    () => announce(deployment),
    async () => {
      await supervision.stop();
      process.exit(1); // the process that could not start has said why
    },
  );
  return { ready, stop: supervision.stop };
}

/** Intake does not start with a login that can read private keys, and the courier needs one that can. */
function requireTwoLogins(env: Environment): void {
  if (readPlain('COURIER_DATABASE_URL', env) !== undefined) return;
  throw new SettingsError(
    "Set COURIER_DATABASE_URL to the courier's login, and DATABASE_URL to intake's: `npm run database` says how to make them.",
  );
}

async function announce(deployment: Deployment): Promise<void> {
  await healthy(deployment.settings);
  for (const line of addresses(deployment)) console.log(line);
}

/** What is printed when the site is up. */
export function addresses({ settings: { demo, siteUrl }, intake }: Deployment): string[] {
  const site = `Site: ${siteUrl.href}`;
  const mailbox = `Demo mailbox: ${siteUrl.href}${paths.demo.slice(1)}`;
  if (demo) return [`${site}  ${mailbox}`, 'DEMO: nothing reaches any agency.'];
  if (intake.open) return [site];
  return [site, 'Phones only: no report is taken. `npm run check` says why.'];
}

const pollMs = 100;
/** A store that is not well by then is said aloud; the site is up all the same and shows phones. */
const patienceMs = 30_000;

async function healthy({ host, port }: Settings): Promise<void> {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  const url = `http://${reachable}:${port}${paths.health}`;
  let why = 'no answer';
  for (const end = Date.now() + patienceMs; Date.now() < end; await wait(pollMs)) {
    const health = await readHealth(url);
    if (health.state === 'ok') return;
    why = health.why;
  }
  console.error(`The site runs but is not well (${why}): see ${url}.`);
}

async function readHealth(url: string): Promise<{ state: string; why: string }> {
  try {
    const health: unknown = await (await fetch(url)).json();
    const { state, why } = { state: '', why: '', ...(typeof health === 'object' ? health : {}) };
    return { state, why };
  } catch {
    return { state: 'down', why: 'no answer' };
  }
}
