import type { TextField } from '../../contract/answers.ts';
import type { FormState, PageContext } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { errorId, fieldError } from './field-error.ts';
import { attribute, type Markup, markup } from './markup.ts';
import { questionHint } from './question-words.ts';
import { textOf } from './raw-answers.ts';

/** How tall a box is, in lines: about what people write. */
const lines: Readonly<Record<TextField, number>> = { where: 3, when: 2, details: 6, contact: 3 };

/**
 * Hint, error and box of one free text. A textarea, with everything off that could send or keep what is typed (M16).
 * No `maxlength`: browsers count other units than we do and would cut words; the server says when it is too long.
 * The line break after the tag is one that HTML swallows, so that a text that begins with one keeps it.
 */
export function textBox(context: PageContext, state: FormState, field: TextField): Markup {
  const hint = questionHint(context, state.variant, field);
  const error = fieldError(context, state, { field });
  const hintId = `${field}--hint`;
  const describedBy = [hint && hintId, error && errorId(field)].filter(Boolean).join(' ');
  const invalid = attribute('aria-invalid', error && 'true');
  return markup`${hint && markup`<p class="${classNames.hint}" id="${hintId}">${hint}</p>\n`}${error}<textarea id="${field}" name="${field}" rows="${lines[field]}" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off"${attribute('aria-describedby', describedBy)}${invalid}>
${textOf(state.answers, field)}</textarea>
`;
}
