import { buildIfStale } from './build.ts';
import { deploymentInput, say } from './deployment.ts';
import { sayLeftOutWith } from './language-states.ts';
import { outputs } from './outputs.ts';

/** Before a start: settings that are right, and a build that fits them. Answers an exit code. */
export async function run(): Promise<number> {
  try {
    const started = Date.now();
    const input = await deploymentInput();
    const built = await buildIfStale({ ...input, ...outputs });
    for (const line of sayLeftOutWith(input.drafts)) console.log(line);
    if (built) console.log(`Built the site in ${Math.round((Date.now() - started) / 1000)} s.`);
    return 0;
  } catch (fault) {
    say(fault);
    return 1;
  }
}
