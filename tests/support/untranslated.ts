import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Partnership } from '../../functions/report/contract/model.ts';
import { textsOf } from './read-main.ts';
import { languages, words } from './words-of.ts';

interface Entry {
  readonly id: string;
  readonly towns?: readonly string[];
  readonly audience?: string;
}

const model = <T>(file: string): T => parse(readFileSync(`content/model/${file}.yaml`, 'utf8'));
const areas = model<readonly Entry[]>('areas');
const agencies = model<readonly Entry[]>('agencies').map(({ id }) => id);
const { name, area, exit } = model<Partnership>('partnership');

/** The one name of an agency that is a plain word, so each language has its own. */
const plainWord = 'emergency';

/** To be said on the phone, or typed, whatever the page is written in. */
const saidInEnglish: readonly string[] = ['police', 'help', 'register'];

/**
 * What may read the same in every language; anything else in English is a gap. Names that a reader must know again on a
 * letter or a phone, names of places, languages in their own words, and what has to be said in English on the phone.
 */
const names: readonly string[] = [
  name,
  area.name,
  `${new URL(exit).host}${new URL(exit).pathname}`,
  ...agencies.filter((id) => id !== plainWord).map((id) => words(`agencies:${id}.name`)),
  ...areas.flatMap(({ towns = [] }) => towns),
  ...areas.map(({ id }) => words(`areas:${id}.name`)).filter(isProper),
  ...languages.map(({ autonym }) => autonym),
  ...saidInEnglish,
  ...languages.flatMap(({ name }) => [`Help. ${name}.`, `I speak ${name}. Please call an interpreter.`]),
].toSorted((a, b) => b.length - a.length);

/** "North West Leicestershire" and not "On a train or at a station". */
function isProper(text: string): boolean {
  return text.split(' ').every((word) => /^(?:and|\p{Lu}.*)$/u.test(word));
}

/** Nothing is left of it but marks and numbers once the names are gone. */
const isName = (text: string): boolean =>
  !/\p{L}/u.test(names.reduce((left, known) => left.replaceAll(known, ''), text));

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
  const tag = languages.find(({ id }) => id === locale)?.tag ?? locale;
  return new RegExp(`\\p{Script=${new Intl.Locale(tag).maximize().script}}`, 'u');
}
