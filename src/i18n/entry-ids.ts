import type { SiteState } from '../site-state.ts';
import { sourceLocale } from './served-languages.ts';

/**
 * Where to look for a page of prose, best first: without a form its own text for that (`who-phones`) counts more
 * than the reader's language, so that no page speaks of a form that is not there.
 */
export function entryIds(name: string, locale: string, intake: SiteState['intake']): readonly string[] {
  const names = intake === 'phones-only' ? [`${name}-phones`, name] : [name];
  return names.flatMap((page) => [...new Set([locale, sourceLocale])].map((language) => `${language}/${page}`));
}
