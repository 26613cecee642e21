import { answerText, label, remark } from './answer-text.ts';
import { languageName } from './language-name.ts';
import { bullet, folded, lowerFirst, subBullet } from './lines.ts';
import type { ReportContext, Section } from './mail-context.ts';
import { groups, type Question, questions, wasAsked } from './rows.ts';
import { signText } from './sign-text.ts';

/** 4. Every answer with its code. What was left blank is "not answered", which is never "no". */
export function answersSection(mail: ReportContext): Section {
  const { say } = mail;
  const lines = groups.flatMap(({ heading, rows }) => [
    say(`mail:answers.group.${heading}`),
    ...rows.flatMap(rowLines(mail)),
  ]);
  return { title: say('mail:answers.title'), lines: [...lines, ...blankLines(mail), ...languageLines(mail)] };
}

const rowLines =
  (mail: ReportContext) =>
  (row: Question | 'control' | 'signs'): readonly string[] => {
    if (row === 'control' || row === 'signs') return signLines(mail, row);
    const blank = wasAsked(row, mail.report) ? 'none' : 'notAskedHere';
    const answer = answerText(mail, row) ?? mail.say(`mail:answers.${blank}`);
    const beside = remark(mail, row);
    return bullet(`${label(mail, row)}: ${answer}${beside === undefined ? '' : ` (${beside})`}`);
  };

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
