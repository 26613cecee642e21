import type { RawAnswers } from '../../contract/report.ts';
import { type Markup, markup } from './markup.ts';
import { answerFields } from './raw-answers.ts';

export interface Carried {
  readonly answers: RawAnswers;
  /** Fields that the page shows itself. */
  readonly except?: readonly string[];
  /** Fields with another value than the one that came. */
  readonly instead?: Readonly<Record<string, string>>;
}

/**
 * Every answer as it came, out of sight, so that pressing a button loses nothing. A field name that is not ours is left
 * behind: sent again it would be refused again. The language of the page goes apart (`hiddenField`, `localeFields`).
 */
export function hiddenAnswers({ answers, except = [], instead = {} }: Carried): Markup {
  const fields = [...answerFields, 'website'].filter((field) => !except.includes(field));
  const values = fields.flatMap((field) => {
    const value = instead[field];
    return (value === undefined ? (answers.get(field) ?? []) : [value]).map((one) => hiddenField(field, one));
  });
  return markup`${values}`;
}

export const hiddenField = (name: string, value: string): Markup | undefined =>
  value === '' ? undefined : markup`<input type="hidden" name="${name}" value="${value}">\n`;
