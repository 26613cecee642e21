import type { Agency } from '../contract/model.ts';
import { formatPhone, shownPhones } from '../contract/phone.ts';
import type { PageContext, PageModel } from './page-model.ts';
import { agencyName, inEnglish } from './parts/agency-name.ts';
import { type Markup, markup } from './parts/markup.ts';
import { phoneLink } from './parts/phone-link.ts';

/** What the marks in a string are looked up in. */
export interface RichContext {
  readonly locale: PageContext['locale'];
  readonly words: PageContext['words'];
  readonly model: Pick<PageModel, 'agencies'>;
}

/** `link`: a number can be pressed. `plain`: it is only written, as inside a label, a button or another link. */
export type RichPhones = 'link' | 'plain';

const mark = /<(phone|agency|en):([^<>]+)>/;

/**
 * A string of ours as HTML: everything escaped, `<phone:id>` the first number of that agency that may be shown,
 * `<agency:id>` its name, `<en:words>` words to be said or typed in English, whatever the page is written in. An agency without a number that may be shown is named instead.
 * Throws for an agency that the model does not have; a test reads every string, so no page can come to that.
 */
export function rich(context: RichContext, text: string, phones: RichPhones = 'link'): Markup {
  // Split by a pattern with two groups: text, kind, id, text, kind, id, text …
  const pieces = text.split(mark);
  const made = pieces.map((piece, index) => {
    if (index % 3 === 0) return piece;
    return index % 3 === 1 ? undefined : markOf(context, { kind: pieces[index - 1] ?? '', id: piece, phones });
  });
  return markup`${made}`;
}

interface Mark {
  readonly kind: string;
  readonly id: string;
  readonly phones: RichPhones;
}

function markOf(context: RichContext, { kind, id, phones }: Mark): Markup {
  if (kind === 'en') return inEnglish(context, id);
  const agency = agencyOf(context.model, id);
  const [phone] = shownPhones(agency);
  if (kind === 'agency' || phone === undefined) return agencyName(context, id);
  return phones === 'link' ? phoneLink(phone) : markup`<bdi dir="ltr">${formatPhone(phone.number)}</bdi>`;
}

function agencyOf({ agencies }: RichContext['model'], id: string): Agency {
  const agency = agencies.find((one) => one.id === id);
  if (!agency) throw new Error(`No agency "${id}": add it to agencies.yaml or mend the mark in the words.`);
  return agency;
}
