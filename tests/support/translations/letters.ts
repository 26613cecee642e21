import type { Language } from '../../../functions/report/contract/model.ts';
import { withoutNames } from '../known-names.ts';

/** ISO 15924 codes that a pattern of letters knows under another name. */
const writtenAs: Readonly<Record<string, string>> = { Hans: 'Han', Hant: 'Han' };

/** The script of a language, as a pattern of letters names it. */
export function scriptOf({ tag }: Pick<Language, 'tag'>): string {
  const { script = '' } = new Intl.Locale(tag).maximize();
  return writtenAs[script] ?? script;
}

const cyrillicWithLatin = /\p{Script=Cyrl}[a-z]|[a-z]\p{Script=Cyrl}|(?<!\p{L})[aeiocpxy](?!\p{L})/iu;

/**
 * Letters that look right and are another language's: whoever pastes them breaks search, sorting and the reading voice
 * (languages.md 3.2). A new language needs a row here only when it has such letters.
 */
const lookAlikes: Readonly<Record<string, RegExp>> = {
  // A full stop of Hindi: Gujarati has the Latin one.
  gu: /[\u0964\u0965]/,
  ur: /[\u0643\u064a\u0649\u0647]/,
  fa: /[\u0643\u064a]/,
  // Pashto has \u064a by rule.
  ps: /\u0643/,
  ckb: /[\u0643\u064a]|\u0647\u200c/,
  ro: /[\u015f\u0163\u015e\u0162]/,
  bg: cyrillicWithLatin,
  uk: cyrillicWithLatin,
};

export const hasLookAlike = (text: string, { id }: Pick<Language, 'id'>): boolean =>
  lookAlikes[id]?.test(text) ?? false;

/** A letter that is neither of the language's script nor Latin, as in a line pasted from another folder. */
export const hasOtherScript = (text: string, language: Pick<Language, 'tag'>): boolean =>
  new RegExp(
    `[^\\P{L}\\p{Script=${scriptOf(language)}}\\p{Script=Latn}\\p{Script=Common}\\p{Script=Inherited}]`,
    'u',
  ).test(text);

/** A term of law in English that follows its translation, as in "… (section 47)". */
const termInBrackets = /\([^()\p{L}]*\p{Script=Latn}[^()]*\)/gu;

/** Share of the letters outside names and terms in brackets that are the language's own; 1 where there is no letter. */
export function ownShare(text: string, language: Pick<Language, 'tag'>): number {
  const letters: readonly string[] = withoutNames(text).replace(termInBrackets, ' ').match(/\p{L}/gu) ?? [];
  const own = new RegExp(`\\p{Script=${scriptOf(language)}}`, 'u');
  return letters.length === 0 ? 1 : letters.filter((letter) => own.test(letter)).length / letters.length;
}
