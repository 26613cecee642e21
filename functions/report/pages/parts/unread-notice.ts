import type { Decision } from '../../contract/decision.ts';
import type { PageContext } from '../page-model.ts';
import { rich } from '../rich.ts';
import { classNames } from './class-names.ts';
import { type Markup, markup } from './markup.ts';
import { phoneList } from './phone-list.ts';

export interface Unread {
  readonly nobodyReadsUntil?: string | undefined;
  readonly decision: Decision;
}

/** An urgent report that lies in a mailbox until Monday is the worst this site can do (harm H1): so it is said, with phones. */
export function unreadNotice(context: PageContext, { nobodyReadsUntil, decision }: Unread): Markup | undefined {
  if (nobodyReadsUntil === undefined) return undefined;
  const { words } = context;
  return markup`<div class="${classNames.notice}">
<p>${words('report:unread.until', { when: nobodyReadsUntil })}</p>
<p>${rich(context, words('report:unread.call'))}</p>
${phoneList(
  context,
  decision.contacts.filter((id) => id !== 'emergency'),
)}</div>
`;
}
