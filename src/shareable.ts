import { type PageName, pagePath } from '#contract/paths.ts';

/** Pages that tell nothing of who passes them on; of signs, every page below as well. Help, forms, 999 and young people are never here. */
const shareable: readonly PageName[] = ['home', 'work', 'told', 'phones'];

/** Whether a page may offer to be passed on. */
export const isShareable = (locale: string, address: string): boolean =>
  shareable.some((page) => pagePath(locale, page) === address) || address.startsWith(pagePath(locale, 'signs'));
