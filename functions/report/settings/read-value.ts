import { type Environment, readPlain } from './read-named.ts';
import { SettingsError } from './settings-error.ts';

/** What a text means, or `undefined` when it is not allowed. */
type Reader<T> = (text: string) => T | undefined;

const wholeNumber =
  (least: number, most: number): Reader<number> =>
  (text) =>
    /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

const oneOf =
  <const T extends string>(...words: readonly T[]): Reader<T> =>
  (text) =>
    words.find((word) => word === text);

const origin: Reader<URL> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url !== undefined && ['https:', 'http:'].includes(url.protocol);
  return isWeb && url.href === `${url.origin}/` ? url : undefined;
};

const languageIds: Reader<readonly string[]> = (text) => {
  const ids = text.split(',').map((id) => id.trim());
  return ids.every((id) => /^[a-z]{2,3}(-[a-z0-9]+)*$/.test(id)) ? ids : undefined;
};

const hops: Reader<number> = (text) => (text === 'none' ? 0 : wholeNumber(0, 9)(text));

/** Longer than the slow lane ever is, and a report is late, not private. */
const longestDelaySeconds = 4 * 60 * 60;

/** Every setting that is one short value: how it is read, and what to do when it cannot be. */
const values = {
  PORT: { read: wholeNumber(1, 65_535), mend: 'Set PORT to a number from 1 to 65535.' },
  SITE_URL: {
    read: origin,
    mend: 'Set SITE_URL to the public address without a path, such as https://signs.example.org.',
  },
  STORE: {
    read: oneOf('embedded', 'postgres', 'send-through'),
    mend: 'Set STORE to embedded, postgres or send-through, or leave it out.',
  },
  INTAKE: { read: oneOf('open', 'closed'), mend: 'Set INTAKE to open or closed, or leave it out.' },
  DRAFT_LANGUAGES: {
    read: languageIds,
    mend: 'Set DRAFT_LANGUAGES to ids of languages with commas between, such as gu,pl.',
  },
  RELEASE_DELAY: {
    read: wholeNumber(0, longestDelaySeconds),
    mend: `Set RELEASE_DELAY to a number of seconds from 0 to ${longestDelaySeconds}.`,
  },
  TRUSTED_PROXY: {
    read: hops,
    mend: 'Set TRUSTED_PROXY to none or to how many of your own proxies stand in front, at most 9.',
  },
} as const satisfies Record<string, { read: Reader<unknown>; mend: string }>;

type Value<N extends keyof typeof values> = NonNullable<ReturnType<(typeof values)[N]['read']>>;

/** One short setting; `undefined` when it is not set. Throws a `SettingsError` when it cannot be read. */
export function readValue<N extends keyof typeof values>(name: N, env: Environment): Value<N> | undefined {
  const text = readPlain(name, env);
  if (text === undefined) return undefined;
  const value = values[name].read(text);
  if (value === undefined) throw new SettingsError(values[name].mend);
  return value as Value<N>; // the table pairs each name with its reader, which the compiler does not follow here
}
