import type { PhoneNumber } from '../../contract/model.ts';
import { formatPhone, phoneHref } from '../../contract/phone.ts';
import { classNames } from './class-names.ts';
import { type Markup, markup } from './markup.ts';

/** A number that can be pressed; written left to right in every language. */
export const phoneLink = (phone: PhoneNumber): Markup =>
  markup`<a class="${classNames.phone}" href="${phoneHref(phone)}" dir="ltr">${formatPhone(phone.number)}</a>`;
