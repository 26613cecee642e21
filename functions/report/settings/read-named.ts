import { SettingsError } from './settings-error.ts';

/** The environment as a program gets it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a whole text file; throws when it cannot. */
export type ReadFile = (path: string) => string;

export interface Named {
  readonly text: string;
  /** `RECIPIENTS_FILE private/recipients.yaml` or `RECIPIENTS`: where a mend is made. */
  readonly where: string;
}

/** A setting's text, or `undefined`; an empty one counts as not set. */
export function readPlain(name: string, env: Environment): string | undefined {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

/** A setting that is a file (`NAME_FILE`) or is given whole (`NAME`). */
export function readNamed(name: string, env: Environment, files: ReadFile): Named | undefined {
  const path = readPlain(`${name}_FILE`, env);
  const text = readPlain(name, env);
  if (path !== undefined && text !== undefined) {
    throw new SettingsError(`${name} and ${name}_FILE are both set: keep one of them.`);
  }
  if (path === undefined) return text === undefined ? undefined : { text, where: name };
  try {
    return { text: files(path), where: `${name}_FILE ${path}` };
  } catch (cause) {
    throw new SettingsError(
      `${name}_FILE names ${path}, which cannot be read: name a file that this program may read.`,
      {
        cause,
      },
    );
  }
}
