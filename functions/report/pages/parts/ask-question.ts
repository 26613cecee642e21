import type { ChoiceField } from '../../contract/answers.ts';
import { agencyName } from './agency-name.ts';
import { askPlace } from './ask-place.ts';
import { askSigns } from './ask-signs.ts';
import { choiceList, type Option } from './choice-list.ts';
import { classNames } from './class-names.ts';
import { fieldError } from './field-error.ts';
import { type Markup, type MarkupValue, markup } from './markup.ts';
import { pictogram } from './pictogram.ts';
import { type Ask, askText, questionBlock, textQuestion } from './question-block.ts';
import { choiceLabel, questionLabel } from './question-words.ts';
import { offered, type QuestionId } from './questions.ts';
import { codesOf } from './raw-answers.ts';

/** One question of the form, whichever it is. */
export const askQuestion = (ask: Ask, question: QuestionId): Markup => renderers[question](ask);

const renderers: Readonly<Record<QuestionId, (ask: Ask) => Markup>> = {
  danger: (ask) => choice(ask, 'danger'),
  reporter: (ask) => choice(ask, 'reporter'),
  place: askPlace,
  signs: askSigns,
  area: askArea,
  concern: askConcern,
  child: (ask) => choice(ask, 'child', care(ask)),
  people: (ask) => choice(ask, 'people'),
  lately: (ask) => choice(ask, 'lately', askText(ask, 'when')),
  know: (ask) => choice(ask, 'know'),
  details: (ask) => textQuestion(ask, 'details'),
  traceable: (ask) => choice(ask, 'traceable'),
  contact: (ask) => textQuestion(ask, 'contact'),
  exclude: askExclude,
};

/** A question with circles, in the words of `report:choice`. */
function choice(ask: Ask, field: ChoiceField & QuestionId, after?: MarkupValue): Markup {
  const { context, state } = ask;
  const values = valuesOf(ask, field);
  const options = values.map((value) => ({ value, label: choiceLabel(context, field, value) }));
  const body = [choiceList(state, { field, type: 'radio', options }), after];
  return questionBlock(ask, { id: field, known: values, single: true, body });
}

/** What the form offers, and an answer that only another way of asking offers (`professional`), once it was given. */
function valuesOf({ state }: Ask, field: ChoiceField): readonly string[] {
  const values: readonly string[] = offered[field];
  return field === 'reporter' && codesOf(state.answers, field).includes('professional')
    ? [...values, 'professional']
    : values;
}

function care({ context, state }: Ask): MarkupValue {
  const options: readonly Option[] = [{ value: 'yes', label: questionLabel(context, state.variant, 'care') }];
  const error = fieldError(context, state, { field: 'care', known: ['yes'] });
  return [error, choiceList(state, { field: 'care', type: 'checkbox', options })];
}

/** Nobody in Syston says "Charnwood": each area shows its towns (service.md, M15). */
function askArea(ask: Ask): Markup {
  const { context, state } = ask;
  const { words, model } = context;
  const options = model.areas.map(({ id, towns }) => ({
    value: id,
    label: words(`areas:${id}.name`),
    more: towns.length > 0 ? `(${towns.join(', ')})` : undefined,
  }));
  const body = [choiceList(state, { field: 'area', type: 'radio', options }), askText(ask, 'where')];
  return questionBlock(ask, { id: 'area', known: model.areas.map(({ id }) => id), single: true, body });
}

/** What is not slavery stands last, under its own words: it sends the reader elsewhere. */
const onlyWork: readonly string[] = ['pay-only', 'safety-only'];

function askConcern(ask: Ask): Markup {
  const { context, state } = ask;
  const list = (values: readonly string[]) =>
    choiceList(state, {
      field: 'concern',
      type: 'radio',
      options: values.map((value) => ({
        value,
        label: choiceLabel(context, 'concern', value),
        picture: pictogram(context.model, `concerns/${value}`),
      })),
    });
  const values: readonly string[] = offered.concern;
  const body = [
    list(values.filter((value) => !onlyWork.includes(value))),
    markup`<p class="${classNames.ask}">${context.words('report:question.concern.other')}</p>\n`,
    list(onlyWork),
  ];
  return questionBlock(ask, { id: 'concern', known: values, single: true, body });
}

/** Whoever was left out on the check page; each tick can be taken away. */
function askExclude(ask: Ask): Markup {
  const { context, state } = ask;
  const known = context.model.agencies.map(({ id }) => id);
  const options = known
    .filter((id) => codesOf(state.answers, 'exclude').includes(id))
    .map((id) => ({ value: id, label: agencyName(context, id) }));
  const body = choiceList(state, { field: 'exclude', type: 'checkbox', options });
  return questionBlock(ask, { id: 'exclude', known, single: false, body });
}
