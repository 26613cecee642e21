import * as z from 'zod/mini';
import { type Environment, readPlain } from './read-named.ts';
import { SettingsError } from './settings-error.ts';

const wholeNumber = (least: number, most: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,6}$/)),
    z.pipe(z.transform(Number), z.number().check(z.gte(least), z.lte(most))),
  );

const origin = z.pipe(
  z.string().check(z.refine((text) => URL.canParse(text) && isOrigin(new URL(text)))),
  z.transform((text) => new URL(text)),
);

const languageIds = z.pipe(
  z.transform((text: string) => text.split(',').map((id) => id.trim())),
  z.array(z.string().check(z.regex(/^[a-z]{2,3}(-[a-z0-9]+)*$/))),
);

const hops = z.pipe(
  z.transform((text: string) => (text === 'none' ? '0' : text)),
  wholeNumber(0, 9),
);

/** Longer than the slow lane ever is, and a report is late, not private. */
const longestDelaySeconds = 4 * 60 * 60;

/** Every setting that is one short value: what it may be, what it is when not set, and how to say so. */
const values = {
  PORT: { schema: wholeNumber(1, 65_535), unset: 4321, mend: 'Set PORT to a number from 1 to 65535.' },
  SITE_URL: {
    schema: origin,
    unset: undefined,
    mend: 'Set SITE_URL to the public address without a path, such as https://signs.example.org.',
  },
  STORE: {
    schema: z.enum(['embedded', 'postgres', 'send-through']),
    unset: 'embedded',
    mend: 'Set STORE to embedded, or leave it out.',
  },
  INTAKE: { schema: z.enum(['open', 'closed']), unset: 'open', mend: 'Set INTAKE to open or closed, or leave it out.' },
  DRAFT_LANGUAGES: {
    schema: languageIds,
    unset: undefined,
    mend: 'Set DRAFT_LANGUAGES to ids of languages with commas between, such as gu,pl.',
  },
  RELEASE_DELAY: {
    schema: wholeNumber(0, longestDelaySeconds),
    unset: undefined,
    mend: `Set RELEASE_DELAY to a number of seconds from 0 to ${longestDelaySeconds}.`,
  },
  TRUSTED_PROXY: {
    schema: hops,
    unset: 0,
    mend: 'Set TRUSTED_PROXY to none or to how many of your own proxies stand in front, at most 9.',
  },
} as const;

type Values = typeof values;
type Value<N extends keyof Values> = z.output<Values[N]['schema']> | Values[N]['unset'];

/** One short setting, checked; what it is when not set is in the table. */
export function readValue<N extends keyof Values>(name: N, env: Environment): Value<N> {
  const { schema, unset, mend } = values[name];
  const text = readPlain(name, env);
  if (text === undefined) return unset;
  const result = z.safeParse(schema, text);
  if (!result.success) throw new SettingsError(mend);
  return result.data as Value<N>; // the table pairs each name with its schema, which the compiler does not follow here
}

function isOrigin(url: URL): boolean {
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.href === `${url.origin}/`;
}
