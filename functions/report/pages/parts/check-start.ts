import type { CheckState, PageContext } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { emergencyLine, emergencyPanel } from './emergency-panel.ts';
import { phonesFirst } from './form-intro.ts';
import { heading, type Markup, markup, paragraph } from './markup.ts';
import { phoneList } from './phone-list.ts';
import { codesOf } from './raw-answers.ts';

/** What stands above the slips: what changed, what this page is, 999, and for the two shorter forms the phones again. */
export function checkStart(context: PageContext, state: CheckState): Markup {
  const { words } = context;
  const list = phoneList(context, firstPhones(state));
  const phones = list && [heading(words('report:check.call')), list, paragraph(words('report:calls.kept'))];
  const call = danger(context, state);
  return markup`${lookAgain(context, state)}<h1>${words('report:check.title')}</h1>
<p>${words('report:check.lead')}</p>
${state.variant === 'under-18' && young(context)}${state.variant === 'public' ? [call, phones] : [phones, call]}`;
}

/** Why the page is back although Send was pressed. */
function lookAgain(context: PageContext, { changed, errors }: CheckState): Markup | undefined {
  const { words } = context;
  const reasons = errors.map(({ field }) => (field === 'exclude' ? 'cannotLeaveOut' : 'oldPage'));
  const keys = [...new Set(changed ? ['changed', ...reasons] : reasons)];
  if (keys.length === 0) return undefined;
  return markup`<section class="${classNames.errors}" tabindex="-1" aria-labelledby="errors">
<p id="errors"><b>${words('report:check.lookAgain')}</b></p>
${keys.map((key) => paragraph(words(`report:check.${key}`)))}${paragraph(words('report:errors.kept'))}</section>
`;
}

/** Unless the answer is a plain "no", the whole panel: a blank answer says nothing about danger (service.md, M6). */
const danger = (context: PageContext, { answers }: CheckState): Markup =>
  codesOf(answers, 'danger').join() === 'no' ? emergencyLine(context) : emergencyPanel(context);

const young = ({ words }: PageContext): Markup =>
  markup`<p class="${classNames.notice}">${words('report:young.needNot')} ${words('report:young.takeBack')}</p>\n`;

/** Where a phone is quicker than any mail it comes first; who is affected sees first who is not the state (M8). */
function firstPhones({ variant, urgency, decision }: CheckState): readonly string[] {
  const own = phonesFirst[variant];
  return urgency.level === 'normal' ? own : [...own, ...decision.contacts.filter((id) => id !== 'emergency')];
}
