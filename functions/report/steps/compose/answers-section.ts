import { answerText, label, remark } from './answer-text.ts';
import { languageName } from './language-name.ts';
import { bullet, folded, lowerFirst, subBullet } from './lines.ts';
import type { ReportContext, Section } from './mail-context.ts';
import { groups, type Question, questions, wasAsked } from './rows.ts';
import { signText } from './sign-text.ts';

/** 4. Every answer with its code. What was left blank is "not answered", which is never "no". */
export function answersSection(mail: ReportContext): Section {
  const { say } = mail;
  const lines = groups.flatMap(({ heading, rows }) => {
    const answers = rows.flatMap((row) => rowLines(mail, row));
    const none = answers.length === 0 ? bullet(say('mail:answers.notAskedHere')) : [];
    return [say(`mail:answers.group.${heading}`), ...answers, ...none];
  });
  return { title: say('mail:answers.title'), lines: [...lines, ...blankLines(mail), ...languageLines(mail)] };
}

/** Nothing for a question that this form did not ask: those are listed together at the end. */
function rowLines(mail: ReportContext, row: Question | 'control' | 'signs'): readonly string[] {
  if (row === 'control' || row === 'signs') return signLines(mail, row);
  const answer = answerText(mail, row);
  const beside = remark(mail, row);
  if (answer === undefined && beside === undefined && !wasAsked(row, mail.report)) return [];
  const blank = wasAsked(row, mail.report) ? 'none' : 'notAskedHere';
  const text = `${label(mail, row)}: ${answer ?? mail.say(`mail:answers.${blank}`)}`;
  return bullet(beside === undefined ? text : `${text} (${beside})`);
}

function signLines(mail: ReportContext, row: 'control' | 'signs'): readonly string[] {
  const { say, report, model } = mail;
  const isControl = (id: string) => model.signs.find((sign) => sign.id === id)?.kind === 'control';
  const ticked = report.signs.filter((id) => isControl(id) === (row === 'control'));
  if (ticked.length === 0) return bullet(`${label(mail, row)}: ${say('mail:answers.noneTicked')}`);
  return [...bullet(`${label(mail, row)}:`), ...ticked.flatMap((id) => subBullet(`${signText(mail, id)} [${id}]`))];
}

/** What the reporter left blank, and apart from it what this form did not ask. */
function blankLines(mail: ReportContext): readonly string[] {
  const blank = questions.filter((question) => answerText(mail, question) === undefined);
  const list = (asked: boolean) =>
    blank
      .filter((question) => wasAsked(question, mail.report) === asked)
      .map((question) => lowerFirst(label(mail, question)))
      .join(', ');
  const [left, notAsked] = [list(true), list(false)];
  return [
    ...folded(mail.say('mail:answers.notAnswered', { list: left || mail.say('mail:answers.nothing') })),
    ...(notAsked === '' ? [] : folded(mail.say('mail:answers.notAsked', { list: notAsked }))),
  ];
}

const languageLines = (mail: ReportContext): readonly string[] =>
  folded(mail.say('mail:answers.language', { language: languageName(mail), id: mail.report.locale }));
