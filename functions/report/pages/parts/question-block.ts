import type { TextField } from '../../contract/answers.ts';
import type { FormState, PageContext } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { errorId, fieldError } from './field-error.ts';
import { attribute, type Markup, type MarkupValue, markup } from './markup.ts';
import { questionHint, questionLabel } from './question-words.ts';
import { type QuestionId, questionFields, questionId } from './questions.ts';
import { textBox } from './text-box.ts';

/** What is asked, of whom, and as which number. */
export interface Ask {
  readonly context: PageContext;
  readonly state: FormState;
  readonly number: number;
}

export interface Block {
  readonly id: QuestionId;
  /** The answers that its first field may have. */
  readonly known: readonly string[];
  readonly single: boolean;
  readonly body: MarkupValue;
  /** Stands before everything else in the question. */
  readonly before?: MarkupValue;
}

/** A question with ticks: legend, hint, what is wrong, then the answers. */
export function questionBlock({ context, state, number }: Ask, { id, known, single, body, before }: Block): Markup {
  const hint = questionHint(context, state.variant, id);
  const error = fieldError(context, state, { field: id, known, single });
  const describedBy = [hint && `${id}--hint`, error && errorId(id)].filter(Boolean).join(' ');
  return markup`<fieldset class="${blockClass(state, id, error !== undefined)}" id="${questionId(id)}"${attribute('aria-describedby', describedBy)}>
<legend>${numbered(number)}${questionLabel(context, state.variant, id)}</legend>
${before}${hint && markup`<p class="${classNames.hint}" id="${id}--hint">${hint}</p>\n`}${error}${body}</fieldset>
`;
}

/** A question that is one text box. */
export function textQuestion({ context, state, number }: Ask, field: TextField & QuestionId): Markup {
  return markup`<div class="${blockClass(state, field, false)}" id="${questionId(field)}">
<label for="${field}">${numbered(number)}${questionLabel(context, state.variant, field)}</label>
${textBox(context, state, field)}</div>
`;
}

/** A text box inside another question, under its own label. */
export const askText = ({ context, state }: Ask, field: TextField): Markup =>
  markup`<label class="${classNames.ask}" for="${field}">${questionLabel(context, state.variant, field)}</label>
${textBox(context, state, field)}`;

const numbered = (number: number) => markup`<span class="${classNames.number}">${number}</span> `;

function blockClass({ errors }: FormState, id: QuestionId, stray: boolean): string {
  const fields: readonly string[] = questionFields[id];
  const wrong = stray || errors.some(({ field }) => fields.includes(field));
  return wrong ? `${classNames.question} ${classNames.wrong}` : classNames.question;
}
