import type { Recipients } from '../contract/recipient-setting.ts';
import { sayProblem, unusableKeys } from '../steps/openpgp/key-problems.ts';

const day = 86_400_000;
const warnDays = 30;

/** One sentence for each agency whose OpenPGP key cannot be used, now or within thirty days. */
export async function agencyKeyLines(recipients: Recipients, now: Date): Promise<readonly string[]> {
  const unusable = await unusableKeys(recipients, now);
  const soon = await unusableKeys(recipients, new Date(now.getTime() + warnDays * day));
  const ending = soon.filter(({ agency }) => !unusable.some((each) => each.agency === agency));
  return [
    ...unusable.map(
      ({ agency, problem }) =>
        `The OpenPGP key of ${agency} ${sayProblem[problem]}: reports for them wait, locked, until RECIPIENTS_FILE has a good one.`,
    ),
    ...ending.map(
      ({ agency }) => `The OpenPGP key of ${agency} runs out within ${warnDays} days: ask them for their next one now.`,
    ),
  ];
}
