import type { Language } from '../../functions/report/contract/model.ts';

/** `namespace:path.of.key` → words. */
export type Strings = ReadonlyMap<string, string>;

export interface LintInput {
  readonly language: Pick<Language, 'id' | 'tag' | 'name' | 'plurals'>;
  readonly english: Strings;
  readonly translated: Strings;
  /** Strings that are names: the same in every language. */
  readonly isName: (text: string) => boolean;
}

type Rule = (text: string, key: string, input: LintInput) => boolean;

/** Letters that look right and are another language's: whoever pastes them breaks search, sorting and the reading voice. */
const foreign: Readonly<Record<string, RegExp>> = {
  ur: /[\u0643\u064a]/,
  fa: /[\u0643\u064a]/,
  ckb: /[\u0643\u064a]/,
  ps: /\u0643/,
  ro: /[şţŞŢ]/,
  bg: /\p{Script=Cyrl}[a-z]|[a-z]\p{Script=Cyrl}/iu,
  uk: /\p{Script=Cyrl}[a-z]|[a-z]\p{Script=Cyrl}/iu,
};

const marks = /\{\{\w+\}\}|<(?:phone|agency):[a-z0-9-]+>|<en:/g;
const marksOf = (text: string): string => (text.match(marks) ?? []).toSorted().join(' ');
const bare = (text: string): string => text.replace(/\{\{\w+\}\}|<(?:phone|agency):[a-z0-9-]+>|<en:[^<>]*>/g, ' ');

/** What must hold of each string, by what is wrong when it does not (languages.md 3.2). */
const rules: Readonly<Record<string, Rule>> = {
  'is empty': (text) => text.trim() === '',
  'is not in composed form (NFC)': (text) => text !== text.normalize('NFC'),
  'holds a character that turns the direction': (text) => /[\u202a-\u202e]/.test(text),
  'holds a tag': (text) => /<(?!(?:phone|agency):[a-z0-9-]+>|en:[^<>]+>)/.test(text),
  // A year that stands in the English may stand here.
  'holds a number that is typed': (text, key, { english }) =>
    (bare(text).match(/\d{3,}|\d[\d ]{5,}\d/g) ?? []).some((run) => !englishOf(english, key)?.includes(run)),
  'holds digits that no phone has': (text) => /[^\P{Nd}0-9]/u.test(text),
  'lacks a mark of the English, or has one too many': (text, key, { english }) =>
    marksOf(text) !== marksOf(englishOf(english, key) ?? text),
  'holds letters of another language': (text, _key, { language }) => foreign[language.id]?.test(text) ?? false,
  'is the same as in English': (text, key, { english, isName }) => englishOf(english, key) === text && !isName(text),
};

const plural = /_(zero|one|two|few|many|other)$/;

/** The English of a key; of a plural form that English does not have, its general one. */
const englishOf = (english: Strings, key: string): string | undefined =>
  english.get(key) ?? english.get(key.replace(plural, '_other'));

/** Keys that a language must have: the English ones, with its own plural forms. */
function keysOf(english: Strings, plurals: readonly string[]): ReadonlySet<string> {
  const keys = [...english.keys()];
  const isPlural = (key: string) => plural.test(key) && english.has(key.replace(plural, '_other'));
  return new Set(
    keys.flatMap((key) => (isPlural(key) ? plurals.map((form) => key.replace(plural, `_${form}`)) : [key])),
  );
}

/** Everything wrong with a language's strings, each as one line; empty when nothing is. */
export function lintStrings(input: LintInput): readonly string[] {
  const { language, english, translated } = input;
  const wanted = keysOf(english, language.plurals);
  const missing = [...wanted].filter((key) => !translated.has(key)).map((key) => `${key} is missing`);
  const extra = [...translated.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is not in English`);
  const faults = [...translated].flatMap(([key, text]) =>
    Object.entries(rules)
      .filter(([, isWrong]) => isWrong(text, key, input))
      .map(([wrong]) => `${key} ${wrong}`),
  );
  return [...missing, ...extra, ...faults];
}

/**
 * The share of letters that belong to the language's script: a file pasted under another language's name has next to none.
 * Names and marks do not count.
 */
export function scriptShare({ language, translated, isName }: LintInput): number {
  const script = new Intl.Locale(language.tag).maximize().script;
  const own = new RegExp(`\\p{Script=${script}}`, 'gu');
  const text = [...translated.values()]
    .filter((one) => !isName(one))
    .map(bare)
    .join(' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 1 : (text.match(own)?.filter((letter) => /\p{L}/u.test(letter)).length ?? 0) / letters;
}
