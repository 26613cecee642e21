import { pagePath } from '../../contract/paths.ts';
import type { PageContext, ProblemState } from '../page-model.ts';
import { rich } from '../rich.ts';
import { formBody } from './form-body.ts';
import { formFrame, formPages, stepButton } from './form-frame.ts';
import { hiddenAnswers, hiddenField } from './hidden-answers.ts';
import { type Markup, type MarkupValue, markup } from './markup.ts';
import { saysAnything } from './raw-answers.ts';
import { signpostReason } from './signpost-words.ts';

type Way = (context: PageContext, state: ProblemState) => Markup;

/** The way on from a problem, in its own words and buttons. Pages with answers carry all of them. */
export function waysOn(context: PageContext, state: ProblemState): Markup {
  if (!saysAnything(state.answers)) return startAgain(context, state);
  if (state.code === 'signposted') return (signpostWays[signpostReason(state)] ?? changeOnly)(context, state);
  return (problemWays[state.code] ?? tryAgain)(context, state);
}

const changeOnly: Way = (context, { answers }) =>
  carrying(context, hiddenAnswers({ answers }), changeButton(context, 'button'));

/** Danger, but the emergency call was made: it is taken, and urgent (service.md, M5). */
const called: Way = (context, state) =>
  markup`${carrying(
    context,
    hiddenAnswers({ answers: state.answers, instead: { danger: 'called' } }),
    stepButton({ step: 'check', label: rich(context, context.words('report:button.called'), 'plain') }),
  )}${carrying(context, hiddenAnswers({ answers: state.answers }), changeButton(context, 'secondButton'))}`;

/** Not a formal referral after all: it goes on as anyone's (service.md, M11). */
const informationOnly: Way = (context, { answers }) =>
  markup`<p><a href="${pagePath(context.locale, 'professionals')}">${context.words('report:problem.professionals')}</a></p>
${carrying(
  context,
  hiddenAnswers({ answers, instead: { reporter: 'public' } }),
  stepButton({ step: 'check', label: context.words('report:button.informationOnly') }),
)}`;

/** The same report again: its token makes a second Send the same report, not another one. */
const tryAgain: Way = (context, { answers, code }) => {
  const token = answers.get('token')?.[0] ?? '';
  const step = token === '' ? 'check' : 'send';
  const again = stepButton({ step, label: context.words('report:button.again') });
  const fields = [hiddenAnswers({ answers }), hiddenField('token', token)];
  // While nothing is taken there is no form to change an answer on.
  return carrying(context, fields, [again, code !== 'closed' && changeButton(context, 'secondButton')]);
};

/** What was too much must be shortened, so the whole form is here to do it in. */
const form: Way = (context, { variant, answers }) => formBody(context, { variant, answers, errors: [] });

const signpostWays: Readonly<Record<string, Way>> = { emergency: called, professional: informationOnly };
const problemWays: Readonly<Partial<Record<ProblemState['code'], Way>>> = {
  'too-large': form,
  invalid: form,
  'nothing-said': form,
};

/** Nothing could be read, so there is nothing to carry: the first page of the form, or the phones where there is none. */
const startAgain: Way = ({ words, locale }, { code, variant }) =>
  code === 'closed'
    ? markup`<p><a href="${pagePath(locale, 'phones')}">${words('report:problem.morePhones')}</a></p>\n`
    : markup`<p><a href="${pagePath(locale, formPages[variant])}">${words('report:problem.startAgain')}</a></p>\n`;

const carrying = ({ locale }: PageContext, fields: MarkupValue, buttons: MarkupValue): Markup =>
  formFrame([fields, hiddenField('locale', locale), buttons]);

const changeButton = ({ words }: PageContext, look: 'button' | 'secondButton'): Markup =>
  stepButton({ step: 'place', label: words('report:button.changeAnswer'), look });
