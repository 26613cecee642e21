import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Partnership } from '../../functions/report/contract/model.ts';
import { languages, words } from './words-of.ts';

interface Entry {
  readonly id: string;
  readonly towns?: readonly string[];
}

const model = <T>(file: string): T => parse(readFileSync(`content/model/${file}.yaml`, 'utf8'));
const areas = model<readonly Entry[]>('areas');
const agencies = model<readonly Entry[]>('agencies').map(({ id }) => id);
const declared = model<readonly { readonly name: string; readonly autonym: string }[]>('languages');
const { name, area, exit } = model<Partnership>('partnership');

/** The one name of an agency that is a plain word, so each language has its own. */
export const plainWord = 'emergency';

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
  ...area.name.split(/, | and /),
  ...areas.map(({ id }) => words(`areas:${id}.name`)).flatMap(placeIn),
  ...languages.map(({ autonym }) => autonym),
  ...saidInEnglish,
  ...declared.flatMap(({ name }) => [`Help. ${name}.`, `I speak ${name}. Please call an interpreter.`]),
].toSorted((a, b) => b.length - a.length);

/** "Oadby and Wigston" whole and each of the two, the place in "Blaby area", and nothing of "On a train or at a station". */
function placeIn(text: string): readonly string[] {
  const [, place] = /^(\p{Lu}\S+) (?:area|city)$/u.exec(text) ?? [];
  if (place !== undefined) return [place];
  return text.split(' ').every((word) => /^(?:and|\p{Lu}.*)$/u.test(word)) ? [text, ...text.split(' and ')] : [];
}

/** A text without the names in it. */
export const withoutNames = (text: string): string => names.reduce((left, known) => left.replaceAll(known, ' '), text);

/** Nothing is left of it but marks and numbers once the names are gone. */
export const isName = (text: string): boolean => !/\p{L}/u.test(withoutNames(text));
