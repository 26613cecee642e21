import type { Parts } from '../parts.ts';
import type { KnownIds } from './validate.ts';

/** The ids an answer may name, from the model and the languages that are served; made once. */
export function knownIds({ model, locales }: Pick<Parts, 'model' | 'locales'>): KnownIds {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  return {
    locales: new Set(locales),
    places: ids(model.places),
    signs: ids(model.signs),
    areas: ids(model.areas),
    agencies: ids(model.agencies),
  };
}
