import { type Environment, type ReadFile, readNamed } from './read-named.ts';
import { SettingsError } from './settings-error.ts';

/** `MASTER_KEY` wraps the private keys (courier only); `INTAKE_SECRET` signs tokens and derives receipts (intake only). */
export type SecretName = 'MASTER_KEY' | 'INTAKE_SECRET';

export const secretBytes = 32;

/** A secret's 32 bytes. It is read only by the process that needs it, so it is no part of `Settings`. */
export function readSecret(name: SecretName, env: Environment, files: ReadFile): Uint8Array {
  const named = readNamed(name, env, files);
  if (named === undefined) {
    throw new SettingsError(`Set ${name}_FILE to a file with 32 random bytes in base64: \`npm run init\` makes one.`);
  }
  const bytes = Buffer.from(named.text.trim(), 'base64');
  if (bytes.length !== secretBytes || bytes.toString('base64') !== named.text.trim()) {
    throw new SettingsError(`${named.where} does not hold 32 bytes in base64: \`npm run init\` makes such a file.`);
  }
  return bytes;
}
