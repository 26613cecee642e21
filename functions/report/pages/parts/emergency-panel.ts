import type { PhoneNumber } from '../../contract/model.ts';
import { phoneHref, shownPhones } from '../../contract/phone.ts';
import type { PageContext } from '../page-model.ts';
import { rich } from '../rich.ts';
import { classNames } from './class-names.ts';
import { type Markup, type MarkupValue, markup, paragraph, heading as title } from './markup.ts';
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
  const panel = [
    heading && title(words('report:emergency.title')),
    paragraph(text('first')),
    callButton(context),
    paragraph(text('say')),
    fold(words('report:emergency.cannotSpeak'), [paragraph(text('silent')), paragraph(text('silentLimits'))]),
    fold(words('report:emergency.cannotHear'), [paragraph(text('signLanguage')), otherWays(context)]),
  ];
  return markup`<div class="${classNames.emergency}">\n${panel}</div>\n`;
}

const fold = (summary: string, content: MarkupValue): Markup =>
  markup`<details class="${classNames.fold}"><summary>${summary}</summary>${content}</details>\n`;

/** One line and the call, where the whole panel would hide what the page is for. */
export const emergencyLine = (context: PageContext): Markup =>
  paragraph(rich(context, context.words('report:emergency.line')));

/** The one thing on a page that is red. The whole row is the link. */
function callButton(context: PageContext): readonly Markup[] {
  const label = rich(context, context.words('report:emergency.call'), 'plain');
  return phones(context)
    .slice(0, 1)
    .map(
      (phone) =>
        markup`<p><a class="${classNames.call}" href="${phoneHref(phone)}" dir="ltr"><bdi>${label}</bdi></a></p>\n`,
    );
}

/** Relay and text, with what each needs. */
const otherWays = (context: PageContext): readonly Markup[] =>
  phones(context)
    .filter(({ kind }) => kind !== 'voice')
    .map((phone) => labelledPhone(context, { id: emergency }, phone));

const phones = ({ model }: PageContext): readonly PhoneNumber[] =>
  model.agencies.filter(({ id }) => id === emergency).flatMap(shownPhones);
