import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../settings.ts';
import { type Environment, readPlain } from './read-named.ts';
import { type SecretName, secretBytes } from './read-secret.ts';

const demoFiles: Record<SecretName, string> = { MASTER_KEY: 'master.key', INTAKE_SECRET: 'intake.secret' };

/**
 * The environment with a demo's own secret named in it, made in DATA_DIR the first time. A real site's is handed back as
 * it is: it must name its secret itself.
 */
export function secretEnvironment(
  name: SecretName,
  { demo, dataDir }: Pick<Settings, 'demo' | 'dataDir'>,
  env: Environment,
): Environment {
  const isSet = [name, `${name}_FILE`].some((one) => readPlain(one, env) !== undefined);
  if (!demo || isSet) return env;
  const file = path.join(dataDir, demoFiles[name]);
  makeSecretFile(file);
  return { ...env, [`${name}_FILE`]: file };
}

/** Writes 32 random bytes that only this user can read. Answers false, and leaves it alone, when the file is there. */
export function makeSecretFile(file: string): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(secretBytes).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new Error(`Cannot write ${file}: set DATA_DIR to a folder that this program may write to.`, { cause: error });
  }
}
