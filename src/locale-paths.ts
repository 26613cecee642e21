import { locales } from './languages.ts';

/** One page for each language that is served. */
export const localePaths = () => locales.map(({ id }) => ({ params: { locale: id } }));
