import { isName } from './known-names.ts';
import { textsOf } from './read-main.ts';
import { languageOf } from './words-of.ts';

export interface Compared {
  readonly html: string;
  /** The same page in English. */
  readonly english: string;
  readonly locale: string;
  /** What the reader wrote or sent, which comes back as it was. */
  readonly typed?: readonly string[];
}

/**
 * Texts of `<main>` that are the same as on its English page, or, in a language of other letters, that have none of those
 * letters; but for names.
 */
export function untranslated({ html, english, locale, typed = [] }: Compared): readonly string[] {
  const same = new Set(textsOf(english));
  const letter = lettersOf(locale);
  return textsOf(html)
    .filter((text) => same.has(text) || !letter.test(text))
    .filter((text) => !isName(text) && !typed.some((words) => text.includes(words)));
}

/** A letter of the language's own script. */
function lettersOf(locale: string): RegExp {
  return new RegExp(`\\p{Script=${new Intl.Locale(languageOf(locale).tag).maximize().script}}`, 'u');
}
