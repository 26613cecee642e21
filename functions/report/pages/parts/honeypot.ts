import type { PageContext } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { type Markup, markup } from './markup.ts';

/** A box that nobody sees. What a program writes in it is only a hint: no report is refused or delayed for it if urgent. */
export const honeypot = ({ words }: PageContext, typed: string): Markup =>
  markup`<div class="${classNames.away}" aria-hidden="true"><label for="website">${words('report:honeypot')}</label>
<input id="website" name="website" type="text" tabindex="-1" autocomplete="off" value="${typed}"></div>
`;
