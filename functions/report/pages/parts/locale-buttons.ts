import type { PageContext } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { hiddenField } from './hidden-answers.ts';
import { languagesId } from './languages-link.ts';
import { attribute, type Markup, markup } from './markup.ts';

/**
 * The language of the answers, and with more than one language a button for each other, which sends the same form and
 * so keeps every answer. A button's value goes before the hidden field of the same name: the first one counts.
 * Last in its form, since the Enter key presses a form's first button.
 */
export function localeFields(context: PageContext): Markup {
  const others = otherLocales(context);
  return markup`${others.length > 0 && localeButtons(context, others)}${hiddenField('locale', context.locale)}`;
}

/** The languages one can go on in. */
export const otherLocales = ({ locale, locales = [] }: PageContext): readonly string[] =>
  locales.filter((id) => id !== locale);

function localeButtons({ words, model }: PageContext, others: readonly string[]): Markup {
  const buttons = others.map((id) => {
    const language = model.languages.find((one) => one.id === id);
    const named = markup`${attribute('lang', language?.tag)}${attribute('dir', language?.dir)}`;
    return markup`<button class="${classNames.secondButton}" type="submit" name="locale" value="${id}"${named}>${language?.autonym ?? id}</button>\n`;
  });
  return markup`<div class="${classNames.languages}" id="${languagesId}"><p>${words('report:otherLanguages')}</p>\n${buttons}</div>\n`;
}
