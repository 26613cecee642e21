import type { ReportContext } from './mail-context.ts';
import { isText, type Question } from './rows.ts';

/** Where the words of an answer live, if they are the model's and not the mail's. */
const modelWords: Partial<Record<Question, string>> = { concern: 'concerns', place: 'places', area: 'areas' };

/** What the question is called. The form for the person herself asks about a visit where the others ask who could guess. */
export function label({ say, report }: ReportContext, row: Question | 'control' | 'signs'): string {
  return say(`mail:answers.label.${row === 'traceable' && report.reporter === 'affected' ? 'traceableMe' : row}`);
}

/** `work in a business [labour]`, or where the words stand; `undefined` when nothing was answered. */
export function answerText({ say, report }: ReportContext, question: Question): string | undefined {
  if (isText(question)) return report[question].trim() === '' ? undefined : say(`mail:answers.see.${question}`);
  const value = ticked(report[question]);
  return value && `${valueWords(say, question, value)} [${value}]`;
}

/**
 * What stands beside an answer: the day that "today" means, or that routing took the safer reading, so that nobody
 * wonders why it is urgent.
 */
export function remark(mail: ReportContext, question: Question): string | undefined {
  const { say, report, inputs, day } = mail;
  if (question === 'lately') return report.lately && say('mail:answers.since', { day });
  if (question !== 'child' && question !== 'concern' && question !== 'care') return undefined;
  const taken = ticked(inputs[question]);
  if (taken === undefined || taken === ticked(report[question])) return undefined;
  return say('mail:answers.takenAs', { answer: valueWords(say, question, taken) });
}

const ticked = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : value ? 'yes' : undefined;

function valueWords(say: ReportContext['say'], question: Question, value: string): string {
  const namespace = modelWords[question];
  return say(namespace === undefined ? `mail:choice.${question}.${value}` : `${namespace}:${value}.name`);
}
