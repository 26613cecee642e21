import type { ResourceKey } from 'i18next';
import languages from '#content/model/languages.yaml';
import { toResources } from './i18n/resources.ts';
import { servedLanguages, sourceLocale } from './i18n/served-languages.ts';
import { site } from './site.ts';

/** Every string of every language: the build reads them all. */
export const resources = toResources(
  import.meta.glob<ResourceKey>('#content/*/*.json', { eager: true, import: 'default' }),
);

/** The languages of this site, in the order of languages.yaml. */
export const locales = servedLanguages(languages, Object.keys(resources)).filter(
  ({ id }) => site.languages?.includes(id) ?? true,
);

/** A language that nobody has reviewed whole: every page says so. English is the source. */
export const isDraft = (locale: string): boolean => locale !== sourceLocale && !site.reviewed.includes(locale);

/** A language that is served, by its id. */
export function languageOf(locale: string): (typeof locales)[number] {
  const language = locales.find(({ id }) => id === locale);
  if (!language)
    throw new Error(`No language "${locale}" is served: it needs a folder in content and an entry in languages.yaml.`);
  return language;
}
