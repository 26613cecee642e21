import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { readDeployment } from '../hosts/deployment.ts';
import { countEnvelopes } from '../outbox/embedded/count-envelopes.ts';
import { storeFiles } from '../outbox/embedded/store-files.ts';
import type { CommandInput } from './command.ts';

/** What waits and what did not get through, in numbers; it changes nothing and may run beside the site. */
export async function outbox({ env, now, print }: CommandInput): Promise<number> {
  const { database: file } = storeFiles((await readDeployment(env)).settings.dataDir);
  if (!existsSync(file)) {
    print('Nothing was ever stored here: DATA_DIR has no store yet.');
    return 0;
  }
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    const { due, leased, dead, deliveredToday, oldestDueMs } = countEnvelopes(database)(now.getTime());
    print(`waiting         ${due}`);
    print(`being sent      ${leased}`);
    print(`not delivered   ${dead}`);
    print(`delivered today ${deliveredToday}`);
    print(`oldest late by  ${Math.round(oldestDueMs / 60_000)} min`);
  } finally {
    database.close();
  }
  return 0;
}
