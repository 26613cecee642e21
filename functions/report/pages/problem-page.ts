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
  const reason = state.code === 'signposted' ? signpostReason(state) : undefined;
  const key = `report:problem.${state.code}${reason === undefined ? '' : `.${reason}`}`;
  const text = markup`<p>${rich(context, words(`${key}.text`))}</p>\n`;
  const ways = waysOn(context, state);
  return markup`<h1>${rich(context, words(`${key}.title`), 'plain')}</h1>
${reason === 'emergency' ? [emergencyPanel(context, { heading: false }), text, ways, phones(context, state, 'callToo')] : [emergencyLine(context), text, phones(context, state, 'call'), ways]}${yourAnswers(context, state)}`.toString();
}

function phones(context: PageContext, { contacts }: ProblemState, heading: 'call' | 'callToo'): Markup | undefined {
  const { words } = context;
  const list = phoneList(
    context,
    contacts.filter((id) => id !== 'emergency'),
  );
  if (list === undefined) return undefined;
  return markup`<h2>${words(`report:problem.${heading}`)}</h2>\n${list}<p>${words('report:calls.kept')}</p>\n`;
}

/** To read out on the phone, and to see that nothing is lost. The form that stands here instead shows them itself. */
function yourAnswers(context: PageContext, state: ProblemState): Markup | undefined {
  const summary = answersSummary(context, state);
  if (summary === undefined) return undefined;
  return markup`<h2>${context.words('report:problem.answers')}</h2>
<p>${context.words('report:problem.answersLead')}</p>
${summary}`;
}
