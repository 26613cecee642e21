import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** HTML that is escaped already. */
export type Markup = HtmlEscapedString;

/** What may stand in a template: strings are escaped, lists are joined, `undefined` and `false` leave nothing. */
export type MarkupValue = Markup | string | number | false | undefined | readonly MarkupValue[];

/** A template whose values are escaped. Never waits for anything, so that pages are plain functions. */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const made = html(strings, ...values);
  if (made instanceof Promise) throw new Error('A page was given something to wait for: hand it the finished value.');
  return made;
}

export const paragraph = (value: MarkupValue): Markup => markup`<p>${value}</p>\n`;
export const heading = (value: MarkupValue): Markup => markup`<h2>${value}</h2>\n`;

/** ` name="value"`, or nothing when there is no value. */
export const attribute = (name: string, value: string | undefined): Markup | undefined =>
  value === undefined || value === '' ? undefined : markup` ${name}="${value}"`;

/** ` checked` and the like, or nothing. */
export const flag = (name: string, holds: boolean): Markup | undefined => (holds ? markup` ${name}` : undefined);
