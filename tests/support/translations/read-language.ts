import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../../../functions/report/contract/model.ts';
import { readWritten } from '../../../src/i18n/read-written.ts';
import { type Pages, readPage, wordsOf } from './lint-pages.ts';
import { bare, englishOnly, type Strings, stringsOf } from './strings.ts';

export interface WrittenLanguage {
  /** Names of the files in its folder. */
  readonly files: readonly string[];
  readonly strings: Strings;
  readonly pages: Pages;
  readonly guide: string;
}

/** Everything that a language's folder holds. */
export function readLanguage({ id }: Pick<Language, 'id'>): WrittenLanguage {
  const folder = `content/${id}`;
  const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
  return {
    files: readdirSync(folder),
    strings: stringsOf(readWritten(folder).namespaces),
    pages: Object.fromEntries(readdirSync(`${folder}/pages`).map((file) => [file, read(`pages/${file}`)])),
    guide: read('guide.md'),
  };
}

/** The files that a translation has and English does not, and the other way round; a record of reviews comes later. */
export function strayFiles(english: readonly string[], translated: readonly string[]): readonly string[] {
  const wanted = new Set(english.filter((file) => file !== `${englishOnly}.json`));
  return [
    ...[...wanted].filter((file) => !translated.includes(file)).map((file) => `${file} is missing`),
    ...translated
      .filter((file) => !wanted.has(file) && file !== 'review.yaml')
      .map((file) => `${file} does not belong`),
  ];
}

/** What a reader reads of each word file and page, without marks. */
export function textsOf({ strings, pages }: WrittenLanguage): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [key, text] of strings) {
    const file = `${key.slice(0, key.indexOf(':'))}.json`;
    texts.set(file, `${texts.get(file) ?? ''}${bare(text)}\n`);
  }
  for (const [file, text] of Object.entries(pages)) texts.set(file, wordsOf(readPage(text)));
  return texts;
}
