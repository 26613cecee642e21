import { type TextField, textFields } from '../../contract/answers.ts';
import type { RawAnswers } from '../../contract/report.ts';
import type { PageContext, Variant } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { type Markup, type MarkupValue, markup } from './markup.ts';
import { choiceLabel, questionLabel, signLabel } from './question-words.ts';
import { offered, questionFields } from './questions.ts';
import { codesOf, isAnswered, textOf } from './raw-answers.ts';

/** Whose answers, and on which form. */
export interface Answered {
  readonly variant: Variant;
  readonly answers: RawAnswers;
}

/** Everything that was answered, question by question; typed words as they are. Whoever was left out has a list of its own. */
export function answersSummary(context: PageContext, answered: Answered): Markup | undefined {
  const fields = Object.values(questionFields)
    .flat()
    .filter((field) => field !== 'exclude' && isAnswered(answered.answers, field));
  if (fields.length === 0) return undefined;
  return markup`<dl class="${classNames.summary}">
${fields.map((field) => {
  const label = questionLabel(context, answered.variant, field);
  return markup`<dt>${label}</dt>${answersOf(context, answered, field)}\n`;
})}</dl>
`;
}

function answersOf(context: PageContext, answered: Answered, field: string): readonly Markup[] {
  if (isTyped(field))
    return [markup`<dd class="${classNames.typed}"><bdi>${textOf(answered.answers, field)}</bdi></dd>`];
  return codesOf(answered.answers, field).map(
    (code) => markup`<dd>${codeInWords(context, answered, { field, code })}</dd>`,
  );
}

const isTyped = (field: string): field is TextField => textFields.some((name) => name === field);

interface Code {
  readonly field: string;
  readonly code: string;
}

/** A code in words; one that is not ours is shown as it came. */
function codeInWords(context: PageContext, { variant }: Answered, { field, code }: Code): MarkupValue {
  const { words, model } = context;
  if (field === 'signs') {
    const sign = model.signs.find(({ id }) => id === code);
    return sign === undefined ? code : signLabel(context, variant, sign);
  }
  if (field === 'place') return model.places.some(({ id }) => id === code) ? words(`places:${code}.name`) : code;
  if (field === 'area') return model.areas.some(({ id }) => id === code) ? words(`areas:${code}.name`) : code;
  if (field === 'care') return words('report:choice.care.yes');
  const choices: Readonly<Record<string, readonly string[]>> = offered;
  const known = choices[field]?.includes(code) || code === 'professional';
  return known ? choiceLabel(context, field, code) : code;
}
