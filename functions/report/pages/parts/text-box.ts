import type { TextField } from '../../contract/answers.ts';
import type { FormState, PageContext } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { errorId, fieldError } from './field-error.ts';
import { type Markup, markup } from './markup.ts';
import { questionHint } from './question-words.ts';
import { textOf } from './raw-answers.ts';
import { textarea } from './textarea.ts';

/** Hint, error and box of one free text; its label stands before it. */
export function textBox(context: PageContext, state: FormState, field: TextField): Markup {
  const hint = questionHint(context, state.variant, field);
  const error = fieldError(context, state, { field });
  const hintId = `${field}--hint`;
  const describedBy = [hint && hintId, error && errorId(field)].filter(Boolean).join(' ');
  const box = textarea({ field, typed: textOf(state.answers, field), describedBy, wrong: error !== undefined });
  return markup`${hint && markup`<p class="${classNames.hint}" id="${hintId}">${hint}</p>\n`}${error}${box}`;
}
