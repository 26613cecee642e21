import type { PageContext, ProblemState } from './page-model.ts';
import { answersSummary } from './parts/answers-summary.ts';
import { emergencyLine, emergencyPanel } from './parts/emergency-panel.ts';
import { heading, type Markup, markup, paragraph } from './parts/markup.ts';
import { phoneList } from './parts/phone-list.ts';
import { waysOn } from './parts/problem-ways.ts';
import { signpostReason } from './parts/signpost-words.ts';
import { rich } from './rich.ts';

/**
 * What stands inside `<main>` when nothing was taken, whatever the reason: why, a phone in one tap, every answer that could
 * be read, and a way on (harm H6). Nothing of it is kept on the server; the page carries it.
 */
export function problemPage(context: PageContext, state: ProblemState): string {
  const { words } = context;
  const reason = state.code === 'signposted' ? signpostReason(state) : undefined;
  const key = `report:problem.${state.code}${reason === undefined ? '' : `.${reason}`}`;
  const text = paragraph(rich(context, words(`${key}.text`)));
  const ways = waysOn(context, state);
  const body =
    reason === 'emergency'
      ? [emergencyPanel(context, { heading: false }), text, ways, phones(context, state, 'callToo')]
      : [emergencyLine(context), text, phones(context, state, 'call'), ways];
  return markup`<h1>${rich(context, words(`${key}.title`), 'plain')}</h1>
${body}${yourAnswers(context, state)}`.toString();
}

function phones(context: PageContext, { contacts }: ProblemState, title: 'call' | 'callToo'): Markup | undefined {
  const { words } = context;
  // The emergency call stands above, whatever the problem is.
  const others = contacts.filter((id) => id !== 'emergency');
  const list = phoneList(context, others);
  if (list === undefined) return undefined;
  return markup`${heading(words(`report:problem.${title}`))}${list}${paragraph(words('report:calls.kept'))}`;
}

/** To read out on the phone, and to see that nothing is lost. The form that stands here instead shows them itself. */
function yourAnswers(context: PageContext, state: ProblemState): Markup | undefined {
  const summary = answersSummary(context, state);
  if (summary === undefined) return undefined;
  const { words } = context;
  return markup`${heading(words('report:problem.answers'))}${paragraph(words('report:problem.answersLead'))}${summary}`;
}
