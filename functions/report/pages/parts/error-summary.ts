import { textFields } from '../../contract/answers.ts';
import type { FormState, PageContext } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { errorSentence } from './field-error.ts';
import { type Markup, markup } from './markup.ts';
import { questionLabel } from './question-words.ts';
import { questionId, questionOf } from './questions.ts';

/** The first thing on a page with something to mend: what, where, and that nothing was lost. */
export function errorSummary(context: PageContext, state: FormState): Markup | undefined {
  const { words } = context;
  if (state.errors.length === 0) return undefined;
  const nothingSaid = state.errors.every(({ code }) => code === 'nothing-said');
  return markup`<section class="${classNames.errors}" tabindex="-1" aria-labelledby="errors">
<p id="errors"><b>${words(nothingSaid ? 'report:errors.nothingSaid' : 'report:errors.title')}</b></p>
<ul>
${state.errors.map((error) => errorItem(context, state, error))}</ul>
<p>${words('report:errors.kept')}</p>
</section>
`;
}

function errorItem(context: PageContext, state: FormState, error: FormState['errors'][number]): Markup {
  const question = questionOf(error.field);
  const sentence = errorSentence(context, error);
  if (question === undefined) return unknownField(context, state, error.field);
  const label = questionLabel(context, state.variant, error.field);
  const target = isTyped(error.field) ? error.field : questionId(question);
  return markup`<li><a href="#${target}">${label}</a> ${sentence}</li>\n`;
}

const isTyped = (field: string): boolean => textFields.some((name) => name === field);

/** A name we never gave: it cannot be sent again, but what was in it can be read. */
function unknownField({ words }: PageContext, { answers }: FormState, field: string): Markup {
  const typed = (answers.get(field) ?? []).join(', ');
  return markup`<li>${words('report:errors.unknownField')} <bdi>${field}</bdi>${typed !== '' && markup`: <bdi>${typed}</bdi>`}</li>\n`;
}
