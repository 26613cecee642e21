import type { PhoneNumber } from '../../contract/model.ts';
import { phoneHref, shownPhones } from '../../contract/phone.ts';
import type { PageContext } from '../page-model.ts';
import { rich } from '../rich.ts';
import { classNames } from './class-names.ts';
import { type Markup, markup } from './markup.ts';
import { labelledPhone } from './phone-list.ts';

/** What to press after a silent emergency call from a mobile (service.md, M5). A key on the phone, not a number to call. */
const silentKey = '55';
const emergency = 'emergency';

export interface EmergencyPanel {
  /** Leave the heading out where the page's own heading says it. */
  readonly heading?: boolean;
}

/** The emergency call, what to say, and what to do if one cannot speak or hear (M5). Stands before the first field. */
export function emergencyPanel(context: PageContext, { heading = true }: EmergencyPanel = {}): Markup {
  const { words } = context;
  const text = (key: string) => rich(context, words(`report:emergency.${key}`, { key: silentKey }));
  return markup`<div class="${classNames.emergency}">
${heading && markup`<h2>${words('report:emergency.title')}</h2>\n`}<p>${text('first')}</p>
${callButton(context)}<p>${text('say')}</p>
<details class="${classNames.fold}"><summary>${words('report:emergency.cannotSpeak')}</summary><p>${text('silent')}</p><p>${text('silentLimits')}</p></details>
<details class="${classNames.fold}"><summary>${words('report:emergency.cannotHear')}</summary><p>${text('signLanguage')}</p>${otherWays(context)}</details>
</div>
`;
}

/** One line and the call, where the whole panel would hide what the page is for. */
export const emergencyLine = (context: PageContext): Markup =>
  markup`<p>${rich(context, context.words('report:emergency.line'))}</p>\n`;

/** The one thing on a page that is red. The whole row is the link. */
function callButton(context: PageContext): Markup | undefined {
  const [phone] = phones(context);
  if (phone === undefined) return undefined;
  const label = rich(context, context.words('report:emergency.call'), 'plain');
  return markup`<p><a class="${classNames.call}" href="${phoneHref(phone)}" dir="ltr"><bdi>${label}</bdi></a></p>\n`;
}

/** Relay and text, with what each needs. */
const otherWays = (context: PageContext): readonly Markup[] =>
  phones(context)
    .filter(({ kind }) => kind !== 'voice')
    .map((phone) => labelledPhone(context, { id: emergency }, phone));

function phones({ model }: PageContext): readonly PhoneNumber[] {
  const agency = model.agencies.find(({ id }) => id === emergency);
  return agency === undefined ? [] : shownPhones(agency);
}
