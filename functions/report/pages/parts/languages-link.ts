import type { PageContext } from '../page-model.ts';
import { type Markup, markup } from './markup.ts';
import { drawing } from './pictogram.ts';

/** Where a form's own language buttons stand. */
export const languagesId = 'languages';

const globe = '<circle cx="12" cy="12" r="10"/><path d="M2 12h20M12 2c-5 5-5 15 0 20 5-5 5-15 0-20"/>';

/** A globe and the word, in the language of the page. */
export const languageLabel = ({ words }: Pick<PageContext, 'words'>): Markup =>
  markup`${drawing('icon', globe)}${words('ui:language')}`;

/** The way to the buttons that change the language and keep every answer. */
export const languagesLink = (context: Pick<PageContext, 'words'>): Markup =>
  markup`<a href="#${languagesId}">${languageLabel(context)}</a>`;
