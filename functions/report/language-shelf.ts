import type { Words } from './contract/words.ts';
import type { Language } from './parts.ts';
import { createWords, type Namespaces } from './words.ts';

type Chunk = () => Promise<{ readonly shell: string; readonly resources: Namespaces }>;

export interface LanguageShelf {
  /** Ids of the languages that were built, English first. */
  readonly locales: readonly string[];
  language(locale: string): Promise<Language>;
  /** English, with the words of the mail. */
  mailWords(): Promise<Words>;
}

const source = 'en';

/**
 * Takes down a language when it is first asked for, and keeps it: twenty-five at once would slow every cold start.
 * @param order ids in the order in which a reader is shown them
 */
export function languageShelf(
  built: Readonly<Record<string, Chunk>>,
  mail: Namespaces[string],
  order: readonly string[],
): LanguageShelf {
  const taken = new Map<string, Promise<Language>>();
  const locales = [source, ...order.filter((locale) => locale !== source && locale in built)];
  return {
    locales,
    language(locale) {
      const language = taken.get(locale) ?? open(built, locale);
      taken.set(locale, language);
      return language;
    },
    async mailWords() {
      const { resources } = await chunkOf(built, source)();
      return createWords({ locale: source, resources: { ...resources, mail }, fallback: {}, missing: 'show' });
    },
  };
}

async function open(built: Readonly<Record<string, Chunk>>, locale: string): Promise<Language> {
  const [{ shell, resources }, english] = await Promise.all([chunkOf(built, locale)(), chunkOf(built, source)()]);
  return { shell, words: createWords({ locale, resources, fallback: english.resources, missing: 'show' }) };
}

function chunkOf(built: Readonly<Record<string, Chunk>>, locale: string): Chunk {
  const chunk = built[locale];
  if (chunk === undefined)
    throw new Error(`No language "${locale}" was built: add its folder in content/ and build again.`);
  return chunk;
}
