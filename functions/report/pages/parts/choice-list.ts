import type { FormState } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { attribute, flag, type Markup, type MarkupValue, markup } from './markup.ts';
import { choiceOf, codesOf } from './raw-answers.ts';

/** One circle or box. */
export interface Option {
  readonly value: string;
  readonly label: MarkupValue;
  /** A second, softer line inside the label. */
  readonly more?: string | undefined;
  /** Says the same as the words. */
  readonly picture?: Markup | undefined;
}

export interface ChoiceList {
  readonly field: string;
  readonly type: 'radio' | 'checkbox';
  readonly options: readonly Option[];
  readonly look?: 'answer' | 'tile';
  readonly describedBy?: string | undefined;
}

/** Circles or boxes, each row a label; ticked as they came, and none of them otherwise. */
export function choiceList({ answers }: Pick<FormState, 'answers'>, list: ChoiceList): readonly Markup[] {
  const { field, type, options, look = 'answer', describedBy } = list;
  const ticked = type === 'radio' ? [choiceOf(answers, field)] : codesOf(answers, field);
  return options.map(({ value, label, more, picture }) => {
    const state = [attribute('aria-describedby', describedBy), flag('checked', ticked.includes(value))];
    const second = more && markup` <span class="${classNames.hint}">${more}</span>`;
    // The label is round its box, so no box needs an id: those of a whole form would be 0.4 kB on the line.
    return markup`<label class="${classNames[look]}"><input type="${type}" name="${field}" value="${value}"${state}>
<span>${picture}<span>${label}${second}</span></span></label>
`;
  });
}
