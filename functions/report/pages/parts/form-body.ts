import { livePath } from '../../contract/paths.ts';
import type { FormState, PageContext } from '../page-model.ts';
import { askQuestion } from './ask-question.ts';
import { choiceList } from './choice-list.ts';
import { classNames } from './class-names.ts';
import { formFrame, stepButton } from './form-frame.ts';
import { hiddenField } from './hidden-answers.ts';
import { honeypot } from './honeypot.ts';
import { localeFields, otherLocales } from './locale-buttons.ts';
import { heading, type Markup, markup, paragraph } from './markup.ts';
import { choiceLabel, questionLabel } from './question-words.ts';
import { formQuestions, furtherQuestions, offered, type QuestionId } from './questions.ts';
import { choiceOf, textOf } from './raw-answers.ts';

/** The form itself: the first questions and a Send, then what helps, and a Send again. */
export function formBody(context: PageContext, state: FormState): Markup {
  const { words } = context;
  const { first, more } = formQuestions[state.variant];
  const further = [...more, ...furtherQuestions(state)];
  return formFrame([
    numberedFrom(context, state, { questions: first, from: 1 }),
    send(context, liveRegion(context)),
    heading(words('report:form.more')),
    paragraph(words('report:form.moreLead')),
    numberedFrom(context, state, { questions: further, from: first.length + 1 }),
    otherReporter(context, state),
    send(context, liveMirror),
    honeypot(context, textOf(state.answers, 'website')),
    localeFields(context),
    // A language button has no step of its own: it asks for the same form again. Last, since a pressed button's step counts first.
    otherLocales(context).length > 0 && hiddenField('step', 'place'),
  ]);
}

interface Run {
  readonly questions: readonly QuestionId[];
  readonly from: number;
}

const numberedFrom = (context: PageContext, state: FormState, { questions, from }: Run) =>
  questions.map((question, index) => askQuestion({ context, state, number: from + index }, question));

const send = ({ words }: PageContext, card: Markup): Markup => markup`<div class="${classNames.ask}">
${stepButton({ step: 'check', label: words('report:button.check') })}<p class="${classNames.hint}">${words('report:form.notYet')}</p>
</div>
${card}`;

/** Where a script says who would get it now: at both buttons, and read aloud from the first. Empty without one. */
const liveRegion = ({ locale }: PageContext): Markup =>
  markup`<div data-live="${livePath(locale)}" data-card aria-live="polite"></div>\n`;
const liveMirror = markup`<div data-card></div>
`;

/**
 * The two shorter forms are about the reader. Whoever came to one by mistake changes it here and keeps every word. Which
 * page it is says who it is about, so this is the one answer that is given already.
 */
function otherReporter(context: PageContext, { variant, answers }: FormState): Markup | undefined {
  if (variant === 'public') return undefined;
  const current = choiceOf(answers, 'reporter') ?? variant;
  const options = offered.reporter.map((value) => ({ value, label: choiceLabel(context, 'reporter', value) }));
  const radios = choiceList(
    { answers: new Map([['reporter', [current]]]) },
    { field: 'reporter', type: 'radio', options },
  );
  return markup`<details class="${classNames.fold}"><summary>${context.words('report:form.otherReporter')}</summary>
<fieldset class="${classNames.question}" id="q-reporter"><legend>${questionLabel(context, variant, 'reporter')}</legend>
${radios}</fieldset>
${stepButton({ step: 'place', label: context.words('report:button.reporter'), look: 'secondButton' })}</details>
`;
}
