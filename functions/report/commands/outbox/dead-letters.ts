import type { DeadLetter } from '../../outbox/dead-letters.ts';
import { SettingsError } from '../../settings/settings-error.ts';
import type { Desk } from './desk.ts';
import { shortReference } from './short-reference.ts';

/** What the commands on dead letters are given. */
export interface DeskCall {
  readonly desk: Desk;
  readonly args: readonly string[];
  readonly now: number;
  print(line: string): void;
}

/** `dead`: what could not be delivered. Exit code 1 while there is any, since each needs a person. */
export async function listDead({ desk, print }: DeskCall): Promise<number> {
  const letters = await desk.dead.list();
  if (letters.length === 0) {
    print('Nothing is undeliverable.');
    return 0;
  }
  for (const letter of letters) print(`${shortReference(letter)}  ${letter.day}  ${letter.recipient} (${letter.role})`);
  print('');
  print("The courier's output has the reason of each as a code. Mend the mailbox in RECIPIENTS_FILE first, then:");
  print('npm run outbox -- again <reference>     sends it to the same agency once more');
  print('npm run outbox -- give-up <reference>   erases it; it says first what that means');
  return 1;
}

/** `again <reference>`: the same envelope to the same agency, due now. */
export async function sendAgain({ desk, args, now, print }: DeskCall): Promise<number> {
  const letter = await named(desk, args[0]);
  if (!(await desk.dead.again(letter, now))) throw gone(args[0]);
  print(`${args[0]} is due again, for ${letter.recipient} and nobody else: the courier sends it now.`);
  return 0;
}

/** What a person must know before a report that nobody got is erased (service.md M4). */
const duty = [
  'You are about to erase a report. Nobody can bring it back.',
  'Somebody told us of a person who may be exploited, and this agency never got it. Erasing it is a decision about that person.',
  'First ask your safeguarding lead and your data protection lead, and write down who decided, when and why.',
  'If the mailbox can be mended, mend it and use `again`. If the agency changed its address, name the new one in RECIPIENTS_FILE.',
  'To know what a report says is to have a duty to act on it, now and by phone; councils and police: section 52 may apply.',
];

/** `give-up <reference> <reference>`: erased only when the reference stands there twice; with one it says what that means. */
export async function giveUp({ desk, args, now, print }: DeskCall): Promise<number> {
  const [reference, repeated] = args;
  const letter = await named(desk, reference);
  if (repeated !== reference) {
    for (const line of duty) print(line);
    print(`Nothing was erased. To erase it: npm run outbox -- give-up ${reference} ${reference}`);
    return 1;
  }
  if (!(await desk.dead.giveUp(letter, now))) throw gone(reference);
  await desk.tidy(now);
  print(`${reference} is erased. What other agencies of the same report got, or are still to get, is not changed.`);
  return 0;
}

async function named(desk: Desk, reference: string | undefined): Promise<DeadLetter> {
  const letter = (await desk.dead.list()).find((each) => shortReference(each) === reference);
  if (letter === undefined) throw gone(reference);
  return letter;
}

const gone = (reference = ''): Error =>
  new SettingsError(
    /^[A-Z2-9]{8}$/.test(reference)
      ? `${reference} is no dead letter now: \`npm run outbox -- dead\` lists those that are.`
      : 'Name one by its reference: `npm run outbox -- dead` lists them.',
  );
