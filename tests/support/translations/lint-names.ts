import type { Language } from '../../../functions/report/contract/model.ts';
import { plainWord } from '../known-names.ts';
import { type Pages, saidInEnglish } from './lint-pages.ts';
import type { LintInput } from './lint-strings.ts';
import type { Strings } from './strings.ts';

interface Said {
  readonly strings: Strings;
  readonly pages: Pages;
}

const agencyName = /^agencies:(.+)\.name$/;
const choice = /^report:choice\.concern\.(.+)$/;

/** Agencies that have another name than in English: a reader must know them again on a letter, and say them on the phone. */
export const renamedAgencies = ({ english, translated }: LintInput): readonly string[] =>
  [...english.keys()].flatMap((key) => {
    const [, id] = agencyName.exec(key) ?? [];
    return id === undefined || id === plainWord || translated.get(key) === english.get(key) ? [] : [id];
  });

/** Concerns whose page bears another name than the tick that leads to it. */
export const renamedConcerns = ({ translated }: Pick<LintInput, 'translated'>): readonly string[] =>
  [...translated].flatMap(([key, name]) => {
    const [, id] = choice.exec(key) ?? [];
    return id === undefined || translated.get(`concerns:${id}.name`) === name ? [] : [id];
  });

/** English words that someone in danger has to say, and that her page does not show her as they are. */
export function unsaidWords({ strings, pages }: Said, { name }: Pick<Language, 'name'>): readonly string[] {
  const danger = strings.get('report:emergency.say') ?? '';
  const help = pages['help.mdx'] ?? '';
  const shown = [...help.matchAll(saidInEnglish)].map(([, words = '']) => words).join(' ');
  return [
    ...['police', 'help', `Help. ${name}.`].filter((words) => !danger.includes(`<en:${words}>`)),
    ...[`I speak ${name}. Please call an interpreter.`].filter((words) => !shown.includes(words)),
  ];
}
