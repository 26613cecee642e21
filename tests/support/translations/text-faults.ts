import type { Language } from '../../../functions/report/contract/model.ts';
import { hasLookAlike, hasOtherScript } from './letters.ts';

export interface LintedText {
  /** Words without marks. */
  readonly text: string;
  /** The same in English: a year that stands there may stand here. */
  readonly english: string;
  readonly language: Language;
}

/** A year, or what could be dialled; with the spaces and hyphens that people put into numbers. */
const typedNumber = /\d{3,}|\d(?:[ \u00a0\u2009\u202f\u2010\u2011()-]*\d){5,}/g;
/** Seen by nobody. Joiners are part of some scripts, and isolates may stand round a name. */
const unseen = /(?!\n|\u200c|\u200d|[\u2066-\u2069])[\p{Cc}\p{Cf}]/u;

function leavesIsolateOpen(text: string): boolean {
  let open = 0;
  for (const [sign] of text.matchAll(/[\u2066-\u2069]/g)) {
    open += sign === '\u2069' ? -1 : 1;
    if (open < 0) return true;
  }
  return open !== 0;
}

/** What must hold of every text of every language, by what is wrong when it does not (languages.md 3.2). */
const rules: Readonly<Record<string, (linted: LintedText) => boolean>> = {
  'is not in composed form (NFC)': ({ text }) => text !== text.normalize('NFC'),
  'holds a character that nobody sees': ({ text }) => unseen.test(text),
  'leaves an isolate open': ({ text }) => leavesIsolateOpen(text),
  'holds a number that is typed': ({ text, english }) =>
    (text.match(typedNumber) ?? []).some((run) => !english.includes(run)),
  'holds digits that no phone has': ({ text }) => /[^\P{Nd}0-9]/u.test(text),
  'holds a letter of another script': ({ text, language }) => hasOtherScript(text, language),
  'holds a letter that only looks right': ({ text, language }) => hasLookAlike(text, language),
};

/** What is wrong with a text in any language, whatever it says. */
export const textFaults = (linted: LintedText): readonly string[] =>
  Object.entries(rules)
    .filter(([, isWrong]) => isWrong(linted))
    .map(([wrong]) => wrong);
