import { type TextField, textLimits } from '../../contract/answers.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { FormState, PageContext } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { type Markup, markup } from './markup.ts';
import { codesOf } from './raw-answers.ts';

/** A field whose answers come from a list, or one that is typed (`known` is missing). */
export interface CheckedField {
  readonly field: string;
  readonly known?: readonly string[];
  /** Only one answer fits: two of them stay unticked and are read out. */
  readonly single?: boolean;
}

export const errorId = (field: string): string => `${field}--error`;

/** What is wrong with a field, in one sentence. */
export const errorSentence = ({ words }: PageContext, { field, code }: FieldError): string =>
  words(`report:error.${code}`, { limit: textLimits[field as TextField] ?? 0 });

/** The sentence of a field that needs another look, with what was sent and cannot be shown as a tick; else nothing. */
export function fieldError(
  context: PageContext,
  { errors, answers }: FormState,
  checked: CheckedField,
): Markup | undefined {
  const stray = strayAnswers(answers, checked);
  const known = errors.filter(({ field }) => field === checked.field);
  const found: readonly FieldError[] =
    known.length === 0 && stray.length > 0 ? [{ field: checked.field, code: 'unknown-value' }] : known;
  if (found.length === 0) return undefined;
  const sent = stray.length > 0 && markup` ${context.words('report:error.sent')} <bdi>${stray.join(', ')}</bdi>`;
  const sentences = found.map((error) => errorSentence(context, error)).join(' ');
  return markup`<p class="${classNames.fieldError}" id="${errorId(checked.field)}">${sentences}${sent}</p>\n`;
}

function strayAnswers(answers: FormState['answers'], { field, known, single }: CheckedField): readonly string[] {
  if (known === undefined) return [];
  const codes = codesOf(answers, field);
  return single && codes.length > 1 ? codes : codes.filter((code) => !known.includes(code));
}
