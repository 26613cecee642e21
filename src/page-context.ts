import type { PageContext } from '#pages/page-model.ts';
import { translate } from './i18n/translate.ts';
import { locales, resources } from './languages.ts';
import { model } from './model.ts';
import { site } from './site.ts';

const served = {
  locales: locales.map(({ id }) => id),
  demo: site.demo,
  model: { ...model, languages: locales },
};

const contexts = new Map<string, PageContext>(
  locales.map(({ id }) => [id, { locale: id, words: translate(resources, id), ...served }]),
);

/** What every page of a language is made with: the same that the function hands to its pages. */
export function pageContext(locale: string): PageContext {
  const context = contexts.get(locale);
  if (!context)
    throw new Error(`No language "${locale}" is served: it needs a folder in content and an entry in languages.yaml.`);
  return context;
}
