import { deploymentInput, say } from './deployment.ts';
import { type Drafts, languageStates, sayLanguages, sayRealSite, unknownDrafts } from './language-states.ts';
import { withFunction } from './with-function.ts';

interface CommandModule {
  runCommand(args: readonly string[]): Promise<number>;
}

/** An operator's command, from the source: it needs no build. Answers an exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const languages = args[0] === 'check' ? await checkLanguages() : 0;
  const code = await withFunction('commands/run-command.ts', ({ runCommand }: CommandModule) => runCommand(args));
  return Math.max(code, languages);
}

/** Drafts are no fault; naming a language that is not there is, since somebody waits for it. */
async function checkLanguages(): Promise<number> {
  const drafts = await draftsNamed();
  if (drafts === undefined) return 1;
  try {
    const states = languageStates();
    const unknown = unknownDrafts(states, drafts);
    console.log('Languages:');
    for (const line of [...sayLanguages(states, drafts), ...sayRealSite(states, drafts), ...unknown.map(sayUnknown)])
      console.log(`- ${line}`);
    console.log('');
    return unknown.length === 0 ? 0 : 1;
  } catch (fault) {
    say(fault);
    return 1;
  }
}

const sayUnknown = (id: string): string =>
  `DRAFT_LANGUAGES names "${id}", and there is no folder content/${id}: mend the name or add the folder.`;

/** What the settings say; the command itself says what is wrong with them. */
async function draftsNamed(): Promise<Drafts | undefined> {
  try {
    return (await deploymentInput()).drafts;
  } catch {
    return undefined;
  }
}
