import type { Card, PageContext } from '../page-model.ts';
import { rich } from '../rich.ts';
import { agencyName } from './agency-name.ts';
import { classNames } from './class-names.ts';
import { type Markup, type MarkupValue, markup } from './markup.ts';
import { readingTimes, waitInWords } from './reading-times.ts';

export interface Slip {
  readonly card: Card;
  /** What else must be said about this agency to this reader. */
  readonly also?: MarkupValue;
  /** Below the cut line. */
  readonly stub?: MarkupValue;
  /** `short` says only who, when they read and what they can do. */
  readonly length: 'full' | 'short';
}

/** Who gets it, why, when they read, what they can do and what they may have to tell others. */
export function slip(context: PageContext, { card, also, stub, length }: Slip): Markup {
  const { words } = context;
  const of = (key: string) => rich(context, words(`agencies:${card.agency}.${key}`));
  const why = term(words('report:slip.why'), of(card.role === 'copy' ? 'copy' : 'why'));
  const mayTell = term(words('report:slip.mayTell'), of('mayTell'));
  const reads = term(words('report:slip.reads'), readingTimes(context, card.reads));
  const can = term(words('report:slip.can'), of('can'));
  return markup`<div class="${classNames.slip}">
<p class="${classNames.role}">${roleInWords(context, card)}</p>
<h2 id="${slipId(card.agency)}">${agencyName(context, card.agency)}</h2>
<dl>
${length === 'full' ? [why, reads, can, mayTell] : [reads, can]}</dl>
${also}${stub}</div>
`;
}

export const slipId = (agency: string): string => `slip-${agency}`;

const term = (name: string, meaning: MarkupValue): Markup => markup`<dt>${name}</dt><dd>${meaning}</dd>\n`;

/** First, a copy, or only if it could not be delivered to those before. */
function roleInWords(context: PageContext, { role, afterMinutes = 0 }: Card): string {
  return context.words(`report:slip.role.${role}`, { time: waitInWords(context, afterMinutes) });
}
