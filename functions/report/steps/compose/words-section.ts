import { textFields } from '../../contract/answers.ts';
import { goesOn } from '../quoted-lines.ts';
import { quote } from '../sanitise.ts';
import { languageName } from './language-name.ts';
import { folded } from './lines.ts';
import type { ReportContext, Section } from './mail-context.ts';

/** The language the partnership reads: what was written on an English form is most likely English. */
const sourceLocale = 'en';

/** 5. What was typed, untouched but for what could do harm. Nothing of it stands anywhere else in the mail. */
export function wordsSection(mail: ReportContext): Section {
  const { say, report } = mail;
  const title = say('mail:words.title');
  const blocks = textFields
    .filter((field) => report[field].trim() !== '')
    .map((field) => ['', say(`mail:words.label.${field}`), ...quote(report[field]).split('\n')]);
  if (blocks.length === 0) return { title, lines: folded(say('mail:words.none')) };
  const quoted = blocks.flat();
  const cut = quoted.some((line) => line.startsWith(`| ${goesOn}`))
    ? folded(say('mail:words.cut', { mark: goesOn.trim() }))
    : [];
  return { title, lines: [...languageLines(mail), ...cut, ...quoted] };
}

function languageLines(mail: ReportContext): readonly string[] {
  const { say, report } = mail;
  const language = folded(say('mail:words.language', { language: languageName(mail) }));
  return [
    ...language,
    ...folded(say(report.locale === sourceLocale ? 'mail:words.english' : 'mail:words.interpreter')),
  ];
}
