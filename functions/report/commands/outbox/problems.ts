import type { OutboxStats } from '../../outbox/outbox.ts';
import { sayProblem, type UnusableKey } from '../../steps/openpgp/key-problems.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A courier says every ten seconds that it lives; one that did not for this long is not there. */
const silentAfter = 2 * minute;

export interface Vitals {
  readonly stats: OutboxStats;
  readonly lastBeat: number | undefined;
  readonly unusable: readonly UnusableKey[];
  readonly now: number;
}

/** One sentence for each thing that needs a person, with what to do. None, and all is well. */
export function problemsOf({ stats, lastBeat, unusable, now }: Vitals): readonly string[] {
  const { dead, oldestDueMs } = stats;
  const rows: readonly [holds: boolean, line: string][] = [
    [now - (lastBeat ?? 0) > silentAfter, 'No courier runs, so nothing leaves: run `npm start`.'],
    [dead > 0, `${dead} could not be delivered and are not tried again: run \`npm run outbox -- dead\`.`],
    [
      oldestDueMs >= hour,
      'Something has waited for over an hour: check the mail server in SMTP_URL and the mailboxes in RECIPIENTS_FILE.',
    ],
    ...unusable.map(sayKey),
  ];
  return rows.filter(([holds]) => holds).map(([, line]) => line);
}

const sayKey = ({ agency, problem }: UnusableKey): [boolean, string] => [
  true,
  `The OpenPGP key of ${agency} ${sayProblem[problem]}, so their reports wait here: put their new public key in RECIPIENTS_FILE and start the courier again.`,
];
