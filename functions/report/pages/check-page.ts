import type { CheckState, PageContext } from './page-model.ts';
import { answersSummary } from './parts/answers-summary.ts';
import { checkEnd } from './parts/check-end.ts';
import { checkStart } from './parts/check-start.ts';
import { formFrame } from './parts/form-frame.ts';
import { hiddenAnswers, hiddenField } from './parts/hidden-answers.ts';
import { leaveOutEnd, leaveOutStub, leftOutList } from './parts/leave-out.ts';
import { localeFields } from './parts/locale-buttons.ts';
import { heading, type Markup, markup, paragraph } from './parts/markup.ts';
import { slip } from './parts/slip.ts';
import { rich } from './rich.ts';

/**
 * What stands inside `<main>` of the page before anything is sent: who gets it and who is next, whom to leave out, every
 * answer again, and what cannot wait. It carries every answer and the token that says what was shown.
 */
export function checkPage(context: PageContext, state: CheckState): string {
  const { words } = context;
  const slips = state.cards.map((card) =>
    slip(context, {
      card,
      length: 'full',
      also: state.variant === 'affected' && card.agency === 'police' && policeToAffected(context),
      stub: leaveOutStub(context, state, card),
    }),
  );
  const form = formFrame([
    slips,
    leftOutList(context, state),
    leaveOutEnd(context, state),
    heading(words('report:check.answers')),
    answersSummary(context, state),
    paragraph(words('report:check.blank')),
    checkEnd(context, state),
    hiddenAnswers({ answers: state.answers, except: ['exclude'] }),
    hiddenField('token', state.token),
    localeFields(context),
  ]);
  return markup`${checkStart(context, state)}${form}`.toString();
}

/** At the moment of choice, and not on another page: what the police may do with what they learn (service.md, M8). */
const policeToAffected = (context: PageContext): Markup =>
  markup`<p><b>${rich(context, context.words('agencies:police.mayTellAffected'))}</b></p>\n`;
