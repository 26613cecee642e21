import { rich } from '../rich.ts';
import { choiceList } from './choice-list.ts';
import { classNames } from './class-names.ts';
import { type Markup, markup } from './markup.ts';
import { pictogram } from './pictogram.ts';
import { type Ask, questionBlock } from './question-block.ts';
import { signLabel } from './question-words.ts';
import { questionId } from './questions.ts';
import { codesOf } from './raw-answers.ts';
import { signsOnForm } from './signs-on-form.ts';

/** What can be ticked; something else is written in one's own words. */
export function askSigns(ask: Ask): Markup {
  const { context, state } = ask;
  const options = signsOnForm(context, state).map((sign) => ({
    value: sign.id,
    label: signLabel(context, state.variant, sign),
    picture: pictogram(context.model, `signs/${sign.pictogram}`),
  }));
  const other = markup`<p><a href="#${questionId('details')}">${context.words('report:question.signs.other')}</a></p>\n`;
  const body = [choiceList(state, { field: 'signs', type: 'checkbox', options }), other];
  const known = context.model.signs.map(({ id }) => id);
  return questionBlock(ask, { id: 'signs', known, single: false, body, before: danger(ask) });
}

/** The button for a place jumps past the 999 panel; whoever ticked danger before is told again here. */
function danger({ context, state }: Ask): Markup | undefined {
  if (!codesOf(state.answers, 'danger').includes('yes')) return undefined;
  return markup`<p class="${classNames.notice}">${rich(context, context.words('report:form.dangerNow'))}</p>\n`;
}
