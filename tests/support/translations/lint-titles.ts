import { tellingWords } from '../telling-words.ts';
import { type Pages, readPage } from './lint-pages.ts';
import type { Strings } from './strings.ts';

/** Pages whose title a phone's history must not tell from any other (service.md M16). */
const quietPages = /^(?:help|help-more|me|now|phones|tell|told|young|youth|youth-phones)\.mdx?$/;
const quietStrings: readonly string[] = ['report:title', 'ui:choose.title', 'ui:missing.title'];

/** Titles that a history keeps, and that are empty or tell something. */
export function tellingTitles(locale: string, strings: Strings, pages: Pages): readonly string[] {
  const telling = tellingWords(locale);
  const titles = [
    ...Object.entries(pages)
      .filter(([file]) => quietPages.test(file))
      .map(([file, text]): [string, string] => [file, readPage(text).head.get('title') ?? '']),
    ...quietStrings.map((key): [string, string] => [key, strings.get(key) ?? '']),
  ];
  return titles
    .filter(([, title]) => title.trim() === '' || telling.test(title))
    .map(([where, title]) => `${where}: ${title}`);
}
