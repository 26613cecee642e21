import i18next, { type Resource } from 'i18next';
import type { Words } from '#contract/words.ts';
import { sourceLocale } from './served-languages.ts';

/** Looks up words in one language, in English where it lacks them. A key that English lacks too stops the build. */
export function translate(resources: Resource, locale: string): Words {
  const words = i18next.createInstance();
  void words.init({
    lng: locale,
    fallbackLng: sourceLocale,
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: refuse,
    returnedObjectHandler: refuse,
  });
  return (key, values) => words.t(key, { ...values });
}

function refuse(key: string): never {
  throw new Error(`No words for "${key}" in content/${sourceLocale}: add them, or mend the key.`);
}
