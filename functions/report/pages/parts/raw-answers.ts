import { choiceFields, textFields } from '../../contract/answers.ts';
import type { RawAnswers } from '../../contract/report.ts';

/** Every field that says something, in the order of the contract. What carries a request (`token`, `step`) is not here. */
export const answerFields: readonly string[] = [
  ...choiceFields,
  'place',
  'signs',
  'area',
  ...textFields,
  'care',
  'exclude',
];

/** The coded answers of a field that are not blank, each once. */
export const codesOf = (answers: RawAnswers, field: string): readonly string[] => [
  ...new Set((answers.get(field) ?? []).map((value) => value.trim()).filter((value) => value !== '')),
];

/** The one answer to a choice; `undefined` when there is none, or when several contradict each other. */
export function choiceOf(answers: RawAnswers, field: string): string | undefined {
  const codes = codesOf(answers, field);
  return codes.length === 1 ? codes[0] : undefined;
}

/** What was typed, exactly. The same field sent twice is joined: no word is lost. */
export const textOf = (answers: RawAnswers, field: string): string =>
  [...new Set(answers.get(field) ?? [])].filter((value) => value !== '').join('\n');

export const isAnswered = (answers: RawAnswers, field: string): boolean =>
  (answers.get(field) ?? []).some((value) => value.trim() !== '');

/** Whether anything at all was answered. */
export const saysAnything = (answers: RawAnswers): boolean => answerFields.some((field) => isAnswered(answers, field));
