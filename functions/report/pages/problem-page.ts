import type { PageContext, ProblemState } from './page-model.ts';
import { answersSummary } from './parts/answers-summary.ts';
import { emergencyLine, emergencyPanel } from './parts/emergency-panel.ts';
import { type Markup, markup } from './parts/markup.ts';
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
  const key = `report:problem.${state.code}${state.code === 'signposted' ? `.${signpostReason(state)}` : ''}`;
  const phones = phoneList(
    context,
    state.contacts.filter((id) => id !== 'emergency'),
  );
  return markup`<h1>${rich(context, words(`${key}.title`), 'plain')}</h1>
${danger(context, state)}<p>${rich(context, words(`${key}.text`))}</p>
${phones && markup`<h2>${words('report:problem.call')}</h2>\n${phones}<p>${words('report:calls.kept')}</p>\n`}${waysOn(context, state)}${yourAnswers(context, state)}`.toString();
}

const danger = (context: PageContext, state: ProblemState): Markup =>
  state.code === 'signposted' && signpostReason(state) === 'emergency'
    ? emergencyPanel(context, { heading: false })
    : emergencyLine(context);

/** To read out on the phone, and to see that nothing is lost. The form that stands here instead shows them itself. */
function yourAnswers(context: PageContext, state: ProblemState): Markup | undefined {
  const summary = answersSummary(context, state);
  if (summary === undefined) return undefined;
  return markup`<h2>${context.words('report:problem.answers')}</h2>
<p>${context.words('report:problem.answersLead')}</p>
${summary}`;
}
