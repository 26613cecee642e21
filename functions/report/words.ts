import i18next, { type ResourceKey } from 'i18next';
import type { Words } from './contract/words.ts';

/** One language's words: namespace → nested words. */
export type Namespaces = Readonly<Record<string, ResourceKey>>;

export interface WordsInput {
  readonly locale: string;
  readonly resources: Namespaces;
  /** The source language, whose words stand in for missing ones. */
  readonly fallback: Namespaces;
  /**
   * What a key does that no language has. `throw` (default) stops a build or a test and names the key; `show` hands the
   * key back, since at run time no report may be lost over a word.
   */
  readonly missing?: 'throw' | 'show';
}

const sourceLocale = 'en';

/**
 * Words in one language, English where it lacks them. Nothing is escaped here: pages escape what they write.
 * Namespaces are handed in whole, so nothing is read or awaited.
 */
export function createWords({ locale, resources, fallback, missing = 'throw' }: WordsInput): Words {
  const words = i18next.createInstance();
  void words.init({
    lng: locale,
    fallbackLng: sourceLocale,
    resources: { [sourceLocale]: { ...fallback }, [locale]: { ...resources } },
    initAsync: false,
    appendNamespaceToMissingKey: true,
    interpolation: { escapeValue: false },
    ...(missing === 'throw' ? { parseMissingKeyHandler: refuse, returnedObjectHandler: refuse } : {}),
  });
  return (key, values) => words.t(key, { ...values });
}

function refuse(key: string): never {
  throw new Error(`No words for "${key}" in content/${sourceLocale}: add them, or mend the key.`);
}
