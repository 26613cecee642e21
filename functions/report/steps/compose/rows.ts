import { type TextField, textFields } from '../../contract/answers.ts';
import type { Report } from '../../contract/report.ts';

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

/** Questions of the two short forms (service.md 4.3 and 4.4). The public form asks everything. */
const short: Partial<Record<NonNullable<Report['reporter']>, readonly Question[]>> = {
  affected: ['danger', 'reporter', 'place', 'area', 'where', 'child', 'care', 'details', 'traceable', 'contact'],
  'under-18': ['danger', 'reporter', 'place', 'area', 'where', 'details', 'contact'],
};

/** Whether the form asked it at all: what was not asked is never printed as left blank. */
export function wasAsked(question: Question, { reporter }: Pick<Report, 'reporter'>): boolean {
  return short[reporter ?? 'public']?.includes(question) ?? true;
}

export const isText = (question: Question): question is TextField =>
  (textFields as readonly string[]).includes(question);
