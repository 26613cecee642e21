import type { PageContext, ReceiptState } from './page-model.ts';
import { classNames } from './parts/class-names.ts';
import { phonesFirst } from './parts/form-intro.ts';
import { type Markup, markup } from './parts/markup.ts';
import { phoneList } from './parts/phone-list.ts';
import { slip } from './parts/slip.ts';
import { unreadNotice } from './parts/unread-notice.ts';
import { rich } from './rich.ts';

/**
 * What stands inside `<main>` after a report was stored: who gets it, and that nobody is on the way yet (service.md, M33).
 * Nothing that was typed or ticked is on it, and its number is folded away: found by another, it would tell on the reader.
 */
export function receiptPage(context: PageContext, state: ReceiptState): string {
  const { words } = context;
  return markup`<h1>${words('report:receipt.title')}</h1>
${state.again && markup`<p>${words('report:receipt.again')}</p>\n`}${unreadNotice(context, state)}${state.cards.map((card) => slip(context, { card, length: 'short' }))}<h2>${words('report:receipt.now')}</h2>
${nowSteps(context)}${talk(context, state)}${number(context, state)}<p>${words('report:receipt.history', { title: words('report:title') })}</p>
`.toString();
}

function nowSteps(context: PageContext): Markup {
  const steps = ['back', 'worse', 'hear'].map((key) => rich(context, context.words(`report:receipt.${key}`)));
  return markup`<ol class="${classNames.steps}">
${steps.map((step) => markup`<li><span>${step}</span></li>\n`)}</ol>
`;
}

/** Someone to talk to: for whom it is about the same numbers as before the first question. */
function talk(context: PageContext, { variant, decision, nobodyReadsUntil }: ReceiptState): Markup {
  const { words } = context;
  // The notice that nobody reads now shows the other numbers already.
  const others = nobodyReadsUntil === undefined ? decision.contacts : ['helpline'];
  return markup`<h2>${words('report:receipt.talk')}</h2>
<p>${words(`report:receipt.talkLead.${variant}`)}</p>
${phoneList(context, [...phonesFirst[variant], ...others])}<p>${words('report:calls.kept')}</p>
`;
}

function number({ words }: PageContext, { receipt }: ReceiptState): Markup {
  return markup`<details class="${classNames.fold}"><summary>${words('report:receipt.number')}</summary>
<p>${words('report:receipt.numberRisk')}</p>
<p class="${classNames.receiptNumber}"><bdi dir="ltr">${receipt}</bdi></p></details>
`;
}
