import type { PageContext } from '../page-model.ts';
import { type Markup, markup } from './markup.ts';

const sourceLocale = 'en';

/** Not an organisation's own name but a plain word for it, so each language has its own. */
const described: readonly string[] = ['emergency'];

/** English words on a page of any language, in their own direction and, for the voice that reads it out, their own sound. */
export const inEnglish = ({ locale }: Pick<PageContext, 'locale'>, text: string): Markup =>
  locale === sourceLocale ? markup`${text}` : markup`<bdi lang="${sourceLocale}" dir="ltr">${text}</bdi>`;

/**
 * An agency's name. It is the same English name in every language, since readers must know it again on a letter or a
 * phone and say it themselves; so elsewhere it is marked as English, for the voice that reads it out.
 */
export function agencyName({ locale, words }: Pick<PageContext, 'locale' | 'words'>, id: string): Markup {
  const name = words(`agencies:${id}.name`);
  return described.includes(id) ? markup`${name}` : inEnglish({ locale }, name);
}
