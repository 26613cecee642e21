import type { PageContext, ReceiptState } from './page-model.ts';
import { classNames } from './parts/class-names.ts';
import { phonesFirst } from './parts/form-intro.ts';
import { heading, type Markup, markup, paragraph } from './parts/markup.ts';
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
  const body = [
    state.again && paragraph(words('report:receipt.again')),
    unreadNotice(context, state),
    state.cards.map((card) => slip(context, { card, length: 'short' })),
    heading(words('report:receipt.now')),
    nowSteps(context, state),
    talk(context, state),
    number(context, state),
    paragraph(words('report:receipt.history', { title: words('report:title') })),
  ];
  return markup`<h1>${words('report:receipt.title')}</h1>\n${body}`.toString();
}

/** Who wrote of someone else must not go back to look; who is there, or goes there, must not be known to have written. */
function nowSteps(context: PageContext, { variant }: ReceiptState): Markup {
  const steps = [variant === 'public' ? 'back' : 'backOwn', 'worse', 'hear'].map((key) =>
    rich(context, context.words(`report:receipt.${key}`)),
  );
  return markup`<ol class="${classNames.steps}">
${steps.map((step) => markup`<li><span>${step}</span></li>\n`)}</ol>
`;
}

/** Someone to talk to: for whom it is about the same numbers as before the first question. */
function talk(context: PageContext, { variant, decision, nobodyReadsUntil }: ReceiptState): Markup {
  const { words } = context;
  // The notice that nobody reads now shows the other numbers already.
  const others = nobodyReadsUntil === undefined ? decision.contacts.filter((id) => id !== 'emergency') : ['helpline'];
  const lines = [
    heading(words('report:receipt.talk')),
    paragraph(words(`report:receipt.talkLead.${variant}`)),
    phoneList(context, [...phonesFirst[variant], ...others]),
    paragraph(words('report:calls.kept')),
  ];
  return markup`${lines}`;
}

function number({ words }: PageContext, { receipt }: ReceiptState): Markup {
  return markup`<details class="${classNames.fold}"><summary>${words('report:receipt.number')}</summary>
<p>${words('report:receipt.numberRisk')}</p>
<p class="${classNames.receiptNumber}"><bdi dir="ltr">${receipt}</bdi></p></details>
`;
}
