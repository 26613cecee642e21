import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Language } from '../../functions/report/contract/model.ts';
import type { Words } from '../../functions/report/contract/words.ts';
import { createWords, type Namespaces } from '../../functions/report/words.ts';
import { servedLanguages } from '../../src/i18n/served-languages.ts';

const folder = 'content';
const source = 'en';

const wordFiles = (locale: string): readonly string[] =>
  readdirSync(`${folder}/${locale}`).filter((file) => file.endsWith('.json'));

/** Every word of a language as it stands in its files, by namespace. */
export const namespacesOf = (locale: string): Namespaces =>
  Object.fromEntries(
    wordFiles(locale).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(`${folder}/${locale}/${file}`, 'utf8')),
    ]),
  );

/** Every English word, by namespace. */
export const namespaces: Namespaces = namespacesOf(source);

const declared: readonly Language[] = parse(readFileSync(`${folder}/model/languages.yaml`, 'utf8'));
const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const written = folders.map(({ name }) => name).filter((name) => wordFiles(name).length > 0);

/** Every language that the tests' site is built in, drafts too, English first. */
export const languages: readonly Language[] = servedLanguages(declared, written);

/** The same without English. */
export const translations: readonly Language[] = languages.filter(({ id }) => id !== source);

/** A language by its id. Throws for one that is not built. */
export function languageOf(locale: string): Language {
  const language = languages.find(({ id }) => id === locale);
  if (language === undefined) throw new Error(`No language "${locale}" is built.`);
  return language;
}

const spoken = new Map<string, Words>();

/** A language as the product has it, English where it lacks words. A key that English lacks too throws. */
export function wordsOf(locale: string): Words {
  const known = spoken.get(locale);
  if (known !== undefined) return known;
  const words = createWords({ locale, resources: namespacesOf(locale), fallback: namespaces });
  spoken.set(locale, words);
  return words;
}

/** English as the product has it, so that a test clicks what a reader reads. */
export const words = wordsOf(source);
