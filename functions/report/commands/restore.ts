import path from 'node:path';
import { readDeployment } from '../hosts/deployment.ts';
import { restoreStore } from '../outbox/embedded/restore-store.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { CommandInput } from './command.ts';

/** `npm run restore -- <file>`: the embedded store anew from a backup, while the site is stopped. */
export async function restore({ args, env, folder, print }: CommandInput): Promise<number> {
  const [name] = args;
  if (name === undefined || args.length > 1) {
    throw new SettingsError('Name the backup, such as `npm run restore -- /backup/outbox-1.db`.');
  }
  const from = path.resolve(folder, name);
  const { dataDir } = (await readDeployment(env)).settings;
  print(`restored ${from}: ${restoreStore({ dataDir, from })} envelopes wait in the store.`);
  print('Each may have been delivered since the backup, so each is sent marked as a possible duplicate.');
  print('Start the site with the same MASTER_KEY and INTAKE_SECRET as before.');
  return 0;
}
