import type { PageContext } from '../page-model.ts';
import { attribute, type Markup, markup } from './markup.ts';

const sourceLocale = 'en';

/** Not an organisation's own name but a plain word for it, so each language has its own. */
const described: readonly string[] = ['emergency'];

/**
 * An agency's name. It is the same English name in every language, since readers must know it again on a letter or a
 * phone and say it themselves; so elsewhere it is marked as English, for the voice that reads it out.
 */
export function agencyName({ locale, words }: Pick<PageContext, 'locale' | 'words'>, id: string): Markup {
  const name = words(`agencies:${id}.name`);
  const lang = locale === sourceLocale || described.includes(id) ? undefined : sourceLocale;
  return lang === undefined ? markup`${name}` : markup`<bdi${attribute('lang', lang)}>${name}</bdi>`;
}
