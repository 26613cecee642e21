import { readDeployment } from '../hosts/deployment.ts';
import { ownLogin } from '../hosts/process-environments.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { Settings } from '../settings.ts';
import { unusableKeys } from '../steps/openpgp/key-problems.ts';
import type { CommandInput } from './command.ts';
import { type DeskCall, giveUp, listDead, sendAgain } from './outbox/dead-letters.ts';
import type { DeskWay } from './outbox/desk.ts';
import { openDesk } from './outbox/open-desk.ts';
import { problemsOf } from './outbox/problems.ts';

interface Call extends DeskCall {
  readonly settings: Settings;
}

/** Each word after `npm run outbox --`: whether it may change anything, and what it does. */
const calls = {
  '': { way: 'look', run: overview },
  dead: { way: 'look', run: listDead },
  again: { way: 'change', run: sendAgain },
  'give-up': { way: 'change', run: giveUp },
} as const satisfies Record<string, { way: DeskWay; run(call: Call): Promise<number> }>;

const nothingHere = {
  keepsNothing: 'Nothing waits here: with STORE=send-through a report is taken only when the mail server has it.',
  neverStarted: 'Nothing was ever stored here: DATA_DIR has no store yet.',
} as const;

const isWord = (word: string): word is keyof typeof calls => Object.hasOwn(calls, word);

/**
 * What waits and what did not get through, in numbers, beside the running site. Exit code 1 when something needs a
 * person, so that a timer can watch it; every such thing is one line that says what to do.
 */
export async function outbox({ args, env, now, print }: CommandInput): Promise<number> {
  const [word = '', ...rest] = args;
  if (!isWord(word)) {
    throw new SettingsError('Use `npm run outbox` alone or with one of: -- dead, -- again, -- give-up.');
  }
  const { settings } = await readDeployment(ownLogin(env));
  const { way, run } = calls[word];
  const desk = await openDesk(settings, way);
  if (desk === undefined) {
    print(nothingHere[settings.store.kind === 'send-through' ? 'keepsNothing' : 'neverStarted']);
    return 0;
  }
  try {
    return await run({ desk, settings, args: rest, now: now.getTime(), print });
  } finally {
    await desk.close();
  }
}

async function overview({ desk, settings, now, print }: Call): Promise<number> {
  const stats = await desk.stats(now);
  print(`waiting         ${stats.due}`);
  print(`being sent      ${stats.leased}`);
  print(`not delivered   ${stats.dead}`);
  print(`delivered today ${stats.deliveredToday}`);
  print(`oldest late by  ${Math.round(stats.oldestDueMs / 60_000)} min`);
  const unusable = await unusableKeys(settings.recipients, new Date(now));
  const problems = problemsOf({ stats, lastBeat: await desk.lastBeat(), unusable, now });
  for (const line of problems) print(line);
  return problems.length === 0 ? 0 : 1;
}
