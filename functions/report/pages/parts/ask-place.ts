import { choiceList } from './choice-list.ts';
import { classNames } from './class-names.ts';
import { stepButton } from './form-frame.ts';
import { type Markup, markup } from './markup.ts';
import { pictogram } from './pictogram.ts';
import { type Ask, questionBlock } from './question-block.ts';
import { questionId } from './questions.ts';
import { choiceOf } from './raw-answers.ts';

/** The kind of place, and on the public form the button that brings its signs: no address ever carries the place. */
export function askPlace(ask: Ask): Markup {
  const { context, state } = ask;
  const { words, model } = context;
  const chosen = choiceOf(state.answers, 'place');
  const isChosen = model.places.some(({ id }) => id === chosen);
  const options = model.places.map(({ id, pictogram: name }) => ({
    value: id,
    label: words(`places:${id}.name`),
    // Once she has chosen, the other drawings are a kilobyte that she need not pay for again.
    picture: isChosen && id !== chosen ? undefined : pictogram(model, `places/${name}`),
  }));
  const tiles = choiceList(state, { field: 'place', type: 'radio', options, look: 'tile' });
  const more =
    state.variant === 'public' &&
    stepButton({ step: 'place', label: words('report:button.place'), look: 'secondButton', goTo: questionId('signs') });
  const body = markup`<div class="${classNames.tiles}">
${tiles}</div>
${more}`;
  return questionBlock(ask, { id: 'place', known: model.places.map(({ id }) => id), single: true, body });
}
