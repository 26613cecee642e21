/** `namespace:path.of.key` → words. */
export type Strings = ReadonlyMap<string, string>;

/** English for the agencies' mail: no language has its own. */
export const englishOnly = 'mail';

/** Every string of a language by its key, but for the mail. */
export function stringsOf(namespaces: Readonly<Record<string, unknown>>): Strings {
  const own = Object.entries(namespaces).filter(([name]) => name !== englishOnly);
  return new Map(own.flatMap(([name, words]) => flat(words, `${name}:`)));
}

function flat(words: unknown, key: string): [string, string][] {
  if (typeof words === 'string') return [[key.replace(/\.$/, ''), words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, inner]) => flat(inner, `${key}${name}.`));
}

const plural = /_(?:zero|one|two|few|many|other)$/;

/** The English of a key; of a plural form that English does not have, its general one. */
export const englishOf = (english: Strings, key: string): string | undefined =>
  english.get(key) ?? english.get(key.replace(plural, '_other'));

/** Keys that a language must have: the English ones, with exactly its own plural forms. */
export function keysOf(english: Strings, plurals: readonly string[]): ReadonlySet<string> {
  const isPlural = (key: string) => plural.test(key) && english.has(key.replace(plural, '_other'));
  return new Set(
    [...english.keys()].flatMap((key) =>
      isPlural(key) ? plurals.map((form) => key.replace(plural, `_${form}`)) : [key],
    ),
  );
}

const marks = /\{\{[^{}]*\}\}|<(?:phone|agency):[^<>]*>|<en:[^<>]*>/g;

/** A text without its marks: what its language itself says. */
export const bare = (text: string): string => text.replace(marks, ' ');

/** The marks of a text in one order, as one line. The reader's own language stands in some of them and does not count. */
export const marksOf = (text: string, languageName: string): string =>
  (text.match(marks) ?? [])
    .map((mark) => mark.replace(languageName, '…'))
    .toSorted()
    .join(' ');
