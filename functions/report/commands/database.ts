import { groupRoles } from '../outbox/postgres/names.ts';
import { readPlain } from '../settings/read-named.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { CommandInput } from './command.ts';

/** What is left to do by hand, once: logins and passwords are the operator's. */
const next = [
  'Give each process a login of its own that has this role and no other, once:',
  `- CREATE ROLE kts_intake LOGIN PASSWORD '…' IN ROLE ${groupRoles.intake};    goes into DATABASE_URL`,
  `- CREATE ROLE kts_courier LOGIN PASSWORD '…' IN ROLE ${groupRoles.courier};    goes into COURIER_DATABASE_URL`,
  'The login that you used just now belongs into neither: intake refuses to start with it.',
];

/** `npm run database`: makes the store in the database of DATABASE_URL, its owner's, or brings it up to date. */
export async function database({ env, print }: CommandInput): Promise<number> {
  const url = readPlain('DATABASE_URL', env);
  if (url === undefined) {
    throw new SettingsError(
      'Set DATABASE_URL to the database, with the login that owns it: postgres://owner:…@host/name.',
    );
  }
  const { prepareDatabase } = await import('../outbox/postgres/prepare-database.ts');
  const version = await prepareDatabase(url);
  print(`The store is ready, at version ${version}.`);
  for (const line of next) print(line);
  return 0;
}
