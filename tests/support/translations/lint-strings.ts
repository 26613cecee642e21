import type { Language } from '../../../functions/report/contract/model.ts';
import { isName } from '../known-names.ts';
import { ownShare, scriptOf } from './letters.ts';
import { bare, englishOf, keysOf, marksOf, type Strings } from './strings.ts';
import { textFaults } from './text-faults.ts';

export interface LintInput {
  readonly language: Language;
  readonly english: Strings;
  readonly translated: Strings;
}

interface OneString {
  readonly text: string;
  readonly english: string;
  readonly language: Language;
}

/** The language that the English words take for an example of the reader's own. */
const exampleInEnglish = 'Gujarati';

/** What must hold of a string beside its English one, by what is wrong when it does not. */
const rules: Readonly<Record<string, (one: OneString) => boolean>> = {
  'is empty': ({ text }) => text.trim() === '',
  // The last is i18next's own way to put one string into another.
  'holds a tag or code': ({ text }) => /<(?!(?:phone|agency):[a-z0-9-]+>|en:[^<>]+>)|&#?\w+;|\$t\(/.test(text),
  'lacks a mark of the English, or has one too many': ({ text, english, language }) =>
    marksOf(text, language.name) !== marksOf(english, exampleInEnglish),
  'is still in English': ({ text, english }) => text === english && !isName(bare(text)),
  'has no letter of its own script': ({ text, language }) =>
    scriptOf(language) !== 'Latn' && !isName(bare(text)) && ownShare(bare(text), language) === 0,
};

function faultsOf(one: OneString): readonly string[] {
  const own = Object.entries(rules).filter(([, isWrong]) => isWrong(one));
  return [...own.map(([wrong]) => wrong), ...textFaults({ ...one, text: bare(one.text), english: bare(one.english) })];
}

/** Everything wrong with a language's strings, each as one line; empty when nothing is. */
export function lintStrings({ language, english, translated }: LintInput): readonly string[] {
  const wanted = keysOf(english, language.plurals);
  return [
    ...[...wanted].filter((key) => !translated.has(key)).map((key) => `${key} is missing`),
    ...[...translated.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is not in English`),
    ...[...translated]
      .filter(([key]) => wanted.has(key))
      .flatMap(([key, text]) => {
        const source = englishOf(english, key) ?? '';
        return faultsOf({ text, english: source, language }).map((wrong) => `${key} ${wrong}`);
      }),
  ];
}

/** A translation that is much shorter or longer than the English may have lost or gained something: to be looked at. */
const usual = { least: 0.4, most: 2.5, from: 12 };

/** Strings of unusual length: a warning, never a fault. */
export const unusualLengths = ({ english, translated }: LintInput): readonly string[] =>
  [...translated].flatMap(([key, text]) => {
    const source = bare(englishOf(english, key) ?? '').trim();
    const ratio = bare(text).trim().length / source.length;
    const isUsual = source.length < usual.from || (ratio >= usual.least && ratio <= usual.most);
    return isUsual ? [] : [`${key}: ${ratio.toFixed(1)} times as long as the English`];
  });
