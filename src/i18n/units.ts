import { createHash } from 'node:crypto';

/** All that one language says: parsed words by namespace, and the text of its pages by name, such as `now`. */
export interface Written {
  readonly namespaces: Readonly<Record<string, unknown>>;
  readonly pages: Readonly<Record<string, string>>;
}

/**
 * What is translated and reviewed as one: a page (`pages/now`), an entry (`signs:debt`), or a group of strings
 * (`report:question.danger`). To its text, in a form that does not change when only spaces do.
 */
export type Units = ReadonlyMap<string, string>;

/** Namespaces whose first level is too large to be read as one. */
const deep: readonly string[] = ['report', 'ui', 'script'];

/** English for the agencies' mail: no language has its own. */
const untranslated: readonly string[] = ['mail'];

/** Cuts a language into its units. */
export function unitsOf({ namespaces, pages }: Written): Units {
  const strings = Object.entries(namespaces)
    .filter(([name]) => !untranslated.includes(name))
    .flatMap(([name, words]) =>
      entries(words, deep.includes(name) ? 2 : 1).map(([key, text]) => [`${name}:${key}`, text]),
    );
  const prose = Object.entries(pages).map(([name, text]) => [`pages/${name}`, text]);
  return new Map(
    [...strings, ...prose].map(([id = '', text = '']) => [id, text.normalize('NFC').replace(/\s+/g, ' ').trim()]),
  );
}

function entries(words: unknown, depth: number): [string, string][] {
  if (typeof words !== 'object' || words === null || depth === 0) return [['', JSON.stringify(words)]];
  return Object.entries(words).flatMap(([key, value]) =>
    entries(value, depth - 1).map(([rest, text]): [string, string] => [rest === '' ? key : `${key}.${rest}`, text]),
  );
}

/** Short enough to stand in a file, long enough that two texts never share one. */
export const sourceHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
