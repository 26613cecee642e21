import { tokenLifeSeconds } from '../../contract/token-life.ts';
import type { CheckState, PageContext } from '../page-model.ts';
import { stepButton } from './form-frame.ts';
import { heading, type Markup, markup, paragraph } from './markup.ts';
import { phoneList } from './phone-list.ts';
import { questionHint, questionLabel } from './question-words.ts';
import { isAnswered } from './raw-answers.ts';
import { unreadNotice } from './unread-notice.ts';

const secondsAnHour = 60 * 60;

/** What stands round Send: how to be reached, what will not be read now, how long there is, and who else can be called. */
export function checkEnd(context: PageContext, state: CheckState): Markup {
  const { words } = context;
  const unread = unreadNotice(context, state);
  // Once is enough: an urgent report shows its phones first, an unread one in its notice.
  const later = state.urgency.level === 'normal' && unread === undefined;
  const phones = later && phoneList(context, state.decision.contacts);
  const end = [
    contactAgain(context, state),
    unread,
    paragraph(words('report:check.send')),
    paragraph(words('report:check.time', { count: Math.floor(tokenLifeSeconds / secondsAnHour) })),
    stepButton({ step: 'send', label: words('report:button.send') }),
    stepButton({ step: 'place', label: words('report:button.change'), look: 'secondButton' }),
    phones && [heading(words('report:check.callToo')), phones],
  ];
  return markup`${end}`;
}

/** Who writes about themselves is asked once more whether a call is welcome, and told what was answered (M8). */
function contactAgain(context: PageContext, { variant, answers }: CheckState): Markup | undefined {
  if (variant === 'public') return undefined;
  const key = isAnswered(answers, 'contact') ? 'contactGiven' : 'contactEmpty';
  return markup`<h2>${questionLabel(context, variant, 'contact')}</h2>
<p>${questionHint(context, variant, 'contact')}</p>
<p>${context.words(`report:check.${key}`)}</p>
`;
}
