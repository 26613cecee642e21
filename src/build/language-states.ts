import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readReview, readWritten } from '../i18n/read-written.ts';
import { isReviewed, isSafe, type ReviewedUnit, reviewState } from '../i18n/review.ts';
import { sourceLocale } from '../i18n/served-languages.ts';
import { unitsOf } from '../i18n/units.ts';
import { root } from './root.ts';

/** A language other than English whose folder stands in `content/`, and how far its words have come. */
export interface LanguageState {
  readonly id: string;
  readonly name: string;
  readonly units: readonly ReviewedUnit[];
  /** A person has reviewed all its safety words. */
  readonly safe: boolean;
  /** A person has reviewed everything. */
  readonly reviewed: boolean;
}

/** Languages that are shown although their safety words are drafts: named ones, or all, as in a demo. */
export type Drafts = readonly string[] | 'all';

const content = path.join(root, 'content');

/** Every translated language, in the order of languages.yaml. */
export function languageStates(): readonly LanguageState[] {
  const folders = readdirSync(content);
  const source = unitsOf(readWritten(path.join(content, sourceLocale)));
  return declared()
    .filter(({ id }) => id !== sourceLocale && folders.includes(id))
    .map(({ id, name }) => {
      const folder = path.join(content, id);
      const units = reviewState(source, unitsOf(readWritten(folder)), readReview(folder));
      return { id, name, units, safe: isSafe(units), reviewed: isReviewed(units) };
    });
}

function declared(): readonly { readonly id: string; readonly name: string }[] {
  return parse(readFileSync(path.join(content, 'model/languages.yaml'), 'utf8'));
}

/** Which languages a site shows: English, those whose safety words a person reviewed, and the drafts that were named. */
export function shownLanguages(states: readonly LanguageState[], drafts: Drafts) {
  const isShown = ({ id, safe }: LanguageState) => safe || drafts === 'all' || drafts.includes(id);
  return {
    shown: [sourceLocale, ...states.filter(isShown).map(({ id }) => id)],
    reviewed: states.filter(({ reviewed }) => reviewed).map(({ id }) => id),
    leftOut: states.filter((state) => !isShown(state)),
  };
}

/** How far each language is, and whether this site shows it. */
export function sayLanguages(states: readonly LanguageState[], drafts: Drafts): readonly string[] {
  const { leftOut } = shownLanguages(states, drafts);
  return states.map((language) => {
    const { id, name, units, safe, reviewed } = language;
    const count = (state: string) => units.filter((unit) => unit.state === state).length;
    const shown = leftOut.includes(language)
      ? 'left out'
      : reviewed
        ? 'shown'
        : safe
          ? 'shown, partly a draft'
          : 'shown as a draft';
    return `${name} (${id}): ${shown}. ${count('reviewed')} of ${units.length} groups of words reviewed by a person, ${count('draft')} drafts, ${count('stale')} behind the English, ${count('missing')} missing.`;
  });
}

/** What a demo, which shows every draft, would hide from whoever prepares a real site. */
export function sayRealSite(states: readonly LanguageState[], drafts: Drafts): readonly string[] {
  const ids = shownLanguages(states, []).leftOut.map(({ id }) => id);
  if (drafts !== 'all' || ids.length === 0) return [];
  return [
    `A site that mails for real would leave out ${ids.join(', ')}: no person has reviewed their safety words. DRAFT_LANGUAGES=${ids.join(',')} would show them as drafts all the same.`,
  ];
}

/** Ids in DRAFT_LANGUAGES that are no translated language. */
export const unknownDrafts = (states: readonly LanguageState[], drafts: Drafts): readonly string[] =>
  drafts === 'all' ? [] : drafts.filter((id) => id !== sourceLocale && !states.some((state) => state.id === id));

/** What whoever builds or starts a site is told about the languages that it does not show. */
export const sayLeftOutWith = (drafts: Drafts): readonly string[] =>
  sayLeftOut(shownLanguages(languageStates(), drafts).leftOut);

/** What an operator is told about languages that are not shown. */
export const sayLeftOut = (leftOut: readonly LanguageState[]): readonly string[] =>
  leftOut.map(({ id, name, units }) => {
    const open = units.filter(({ safety, state }) => safety && state !== 'reviewed').length;
    return `${name} (${id}) is left out: no person has reviewed ${open} of its groups of safety words. To show it as a draft all the same, name it in DRAFT_LANGUAGES.`;
  });
