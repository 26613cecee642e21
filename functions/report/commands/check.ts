import { mayLeaveOutPolice } from '../contract/may-leave-out-police.ts';
import { type Deployment, readDeployment } from '../hosts/deployment.ts';
import { model } from '../model.ts';
import type { StoreSetting } from '../settings/read-store.ts';
import { agencyKeyLines } from './agency-key-lines.ts';
import { brokenReferences } from './broken-references.ts';
import type { CommandInput } from './command.ts';
import { type Fact, shownFacts, staleFacts } from './unverified-facts.ts';

/**
 * Content and settings: what is broken, what nobody has checked, and why intake is shut. Exit code 1 when something is
 * broken, or with `--launch` while a number on our pages has no date within six months.
 */
export async function check({ args, env, now, print }: CommandInput): Promise<number> {
  const launch = args.includes('--launch');
  const deployment = await readDeployment(env);
  const broken = brokenReferences(model);
  const stale = staleFacts(shownFacts(model.agencies), now);
  if (broken.length > 0) section(print, 'Broken in content/model:', broken);
  const keyLines = await agencyKeyLines(deployment.settings.recipients, now);
  section(print, 'Settings:', [...settingsLines(deployment), ...keyLines]);
  section(print, intakeTitle(deployment), deployment.intake.open ? [] : deployment.intake.why);
  section(print, `Shown to the public and not checked in the last six months: ${stale.length}`, stale.map(sayFact));
  const fails = broken.length > 0 || (launch && stale.length > 0);
  if (launch)
    print(stale.length === 0 ? 'Ready to launch.' : `Not ready to launch: dial the ${stale.length} numbers above.`);
  return fails ? 1 : 0;
}

/** Which store is in use; an address of a database holds a password and is never printed. */
const storeLines: Record<StoreSetting['kind'], string> = {
  embedded: 'Reports wait in the embedded store, in DATA_DIR: back it up (`npm run backup`).',
  postgres: 'Reports wait in PostgreSQL (DATABASE_URL).',
  'send-through': 'Reports wait nowhere: one is taken only when the mail server has it for every agency.',
};

function settingsLines({ settings }: Deployment): string[] {
  const { demo, siteUrl, recipients, store } = settings;
  const local = ['localhost', '127.0.0.1'].includes(siteUrl.hostname);
  const lines: readonly [holds: boolean, line: string][] = [
    [demo, 'This is a demo: nothing reaches any agency. `npm run init` makes a real configuration.'],
    [!demo, `${recipients.size} agencies have a mailbox: ${[...recipients.keys()].join(', ') || 'none'}.`],
    [!demo, storeLines[store.kind]],
    [
      !demo && siteUrl.protocol !== 'https:',
      'SITE_URL is not https: whoever carries the traffic can read every report.',
    ],
    [!demo && local, 'SITE_URL is this machine: set it to the public address.'],
    [
      !mayLeaveOutPolice(model.partnership),
      'A police body runs this site, so "leave out the police" is not offered: that promise could not be kept.',
    ],
  ];
  return lines.filter(([holds]) => holds).map(([, line]) => line);
}

function intakeTitle({ intake, settings }: Deployment): string {
  if (!intake.open) return 'Intake is shut, and every way to the form leads to phones. Why:';
  return settings.demo ? 'Intake is open, for the demo.' : 'Intake is open.';
}

function sayFact({ agency, what, verified }: Fact): string {
  return `${agency}: ${what}, ${verified === null ? 'never checked' : `checked on ${verified}`}`;
}

function section(print: (line: string) => void, title: string, lines: readonly string[]): void {
  print(title);
  for (const line of lines) print(`- ${line}`);
  print('');
}
