import path from 'node:path';
import { readDeployment } from '../hosts/deployment.ts';
import { backUpStore } from '../outbox/embedded/back-up-store.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { CommandInput } from './command.ts';

/** `npm run backup -- <file>`: one whole copy of the embedded store, while the site runs. */
export async function backup({ args, env, folder, print }: CommandInput): Promise<number> {
  const [name] = args;
  if (name === undefined || args.length > 1) {
    throw new SettingsError('Name one new file, such as `npm run backup -- /backup/outbox-1.db`.');
  }
  const to = path.resolve(folder, name);
  const { dataDir } = (await readDeployment(env)).settings;
  print(`made ${to}: ${backUpStore({ dataDir, to })} envelopes in it are not delivered yet.`);
  print('It holds no readable report, and the master key is not in it: keep that in another place.');
  print('Delete it within days: it also keeps what the store erases from now on, sealed.');
  return 0;
}
