import languages from '#content/model/languages.yaml';
import type { Language } from '../../../functions/report/contract/model.ts';

/** A language that is declared, by its id. */
export function languageOf(id: string): Language {
  const found = languages.find((language) => language.id === id);
  if (found === undefined) throw new Error(`No language ${id}.`);
  return found;
}
