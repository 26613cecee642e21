import { deploymentInput } from './deployment.ts';
import { type Drafts, languageStates, sayLanguages, unknownDrafts } from './language-states.ts';
import { withFunction } from './with-function.ts';

interface CommandModule {
  runCommand(args: readonly string[]): Promise<number>;
}

/** An operator's command, from the source: it needs no build. Answers an exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const code = await withFunction('commands/run-command.ts', ({ runCommand }: CommandModule) => runCommand(args));
  if (args[0] !== 'check') return code;
  return Math.max(code, await checkLanguages());
}

/** Drafts are no fault; naming a language that is not there is, since somebody waits for it. */
async function checkLanguages(): Promise<number> {
  const drafts = await draftsNamed();
  if (drafts === undefined) return 1;
  const states = languageStates();
  console.log('Languages:');
  for (const line of sayLanguages(states, drafts)) console.log(`- ${line}`);
  const unknown = unknownDrafts(states, drafts);
  for (const id of unknown)
    console.log(
      `- DRAFT_LANGUAGES names "${id}", and there is no folder content/${id}: mend the name or add the folder.`,
    );
  return unknown.length === 0 ? 0 : 1;
}

/** What the settings say; the command itself has said already what is wrong with them. */
async function draftsNamed(): Promise<Drafts | undefined> {
  try {
    return (await deploymentInput()).drafts;
  } catch {
    return undefined;
  }
}
