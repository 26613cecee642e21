import type { Card, CheckState, PageContext } from '../page-model.ts';
import { agencyName } from './agency-name.ts';
import { choiceList } from './choice-list.ts';
import { classNames } from './class-names.ts';
import { stepButton } from './form-frame.ts';
import { type Markup, markup, paragraph } from './markup.ts';
import { codesOf } from './raw-answers.ts';
import { slipId } from './slip.ts';

const none = { answers: new Map<string, readonly string[]>() };
const police = 'police';

/** Below the cut line of a slip: the tick, or why it is not there. */
export function leaveOutStub(context: PageContext, state: CheckState, { agency, mayLeaveOut }: Card): Markup {
  const { words } = context;
  if (!mayLeaveOut) {
    return markup`<p class="${classNames.stub}">${words(`report:keep.${whyKept(state, agency)}`)}</p>\n`;
  }
  const option = { value: agency, label: words('report:check.leaveOut') };
  const tick = choiceList(none, { field: 'exclude', type: 'checkbox', options: [option], describedBy: slipId(agency) });
  return markup`<div class="${classNames.stub}">${tick}</div>\n`;
}

/** The reasons for which nobody may leave out who must act (service.md, M10), the plainest first. */
const reasons = ['under-18', 'child', 'called'] as const;

function whyKept({ decision, urgency }: CheckState, agency: string): string {
  if (!decision.mustKeep.includes(agency)) return 'run';
  return reasons.find((reason) => urgency.reasons.includes(reason)) ?? 'run';
}

/** Whoever was left out already, ticked, so that the tick can be taken away. */
export function leftOutList(context: PageContext, { leftOut }: CheckState): Markup | undefined {
  if (leftOut.length === 0) return undefined;
  const { words } = context;
  const options = leftOut.map((id) => ({ value: id, label: agencyName(context, id) }));
  const ticked = { answers: new Map([['exclude', leftOut]]) };
  return markup`<fieldset class="${classNames.question}"><legend>${words('report:check.leftOut')}</legend>
<p class="${classNames.hint}">${words('report:check.putBack')}</p>
${choiceList(ticked, { field: 'exclude', type: 'checkbox', options })}</fieldset>
`;
}

/** What leaving someone out does, and the button that shows it. Nothing where nobody can be left out. */
export function leaveOutEnd({ words }: PageContext, state: CheckState): Markup | undefined {
  const { cards, leftOut, answers } = state;
  const free = cards.filter(({ mayLeaveOut }) => mayLeaveOut).map(({ agency }) => agency);
  if (free.length === 0 && leftOut.length === 0) return undefined;
  const policeToo = free.includes(police) || leftOut.includes(police);
  const childUnsure = codesOf(answers, 'child').includes('unsure');
  const said = [
    paragraph(words('report:check.leaveOutMeans')),
    policeToo && paragraph(words('report:check.leaveOutPolice')),
    policeToo && childUnsure && paragraph(words('report:check.leaveOutChild')),
    stepButton({ step: 'check', label: words('report:button.update'), look: 'secondButton' }),
  ];
  return markup`${said}`;
}
