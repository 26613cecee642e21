import type { Language } from '#contract/model.ts';

/** The language everything is written in first. */
export const sourceLocale = 'en';

/** The languages whose content folder exists, in the order of languages.yaml. A folder that nobody declared stops the build. */
export function servedLanguages(languages: readonly Language[], folders: readonly string[]): readonly Language[] {
  const unknown = folders.find((folder) => !languages.some(({ id }) => id === folder));
  if (unknown)
    throw new Error(`content/${unknown} is no language: add "${unknown}" to languages.yaml or rename the folder.`);
  const served = languages.filter(({ id }) => folders.includes(id));
  if (!served.some(({ id }) => id === sourceLocale))
    throw new Error(`No folder content/${sourceLocale}: every page falls back to it.`);
  return served;
}

/** The language of an address; pages outside every language's folder are in the source language. */
export const localeOf = ({ locale }: Readonly<Record<string, string | undefined>>): string => locale ?? sourceLocale;
