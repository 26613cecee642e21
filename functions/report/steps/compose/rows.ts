import { type TextField, textFields } from '../../contract/answers.ts';
import type { Report } from '../../contract/report.ts';
import { formQuestions, questionFields } from '../../pages/parts/questions.ts';

/** A question of the form, as the mail lists it; the signs have rows of their own. */
export type Question = Exclude<keyof Report, 'locale' | 'exclude' | 'signs'>;

/** The order of the questions and the heading each stands under: the same in every mail. */
export const groups: readonly {
  readonly heading: string;
  readonly rows: readonly (Question | 'control' | 'signs')[];
}[] = [
  { heading: 'now', rows: ['danger', 'reporter'] },
  { heading: 'what', rows: ['concern', 'control', 'signs'] },
  { heading: 'who', rows: ['people', 'child', 'care'] },
  { heading: 'where', rows: ['place', 'area', 'where'] },
  { heading: 'when', rows: ['lately', 'when'] },
  { heading: 'how', rows: ['know', 'traceable', 'details', 'contact'] },
];

/** Every question, in that order. */
export const questions: readonly Question[] = groups
  .flatMap(({ rows }) => rows)
  .filter((row) => row !== 'control' && row !== 'signs');

const askedOn = Object.fromEntries(
  Object.entries(formQuestions).map(([variant, { first, more }]) => [
    variant,
    new Set<string>([...first, ...more, 'reporter' as const].flatMap((question) => questionFields[question])),
  ]),
);

/** Whether the reporter's form asked it at all: what was not asked is never printed as left blank. */
export const wasAsked = (question: Question, { reporter }: Pick<Report, 'reporter'>): boolean =>
  askedOn[reporter ?? 'public']?.has(question) ?? true;

export const isText = (question: Question): question is TextField =>
  (textFields as readonly string[]).includes(question);
