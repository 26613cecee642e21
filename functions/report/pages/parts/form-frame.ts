import type { Step } from '../../contract/answers.ts';
import { type PageName, paths } from '../../contract/paths.ts';
import type { Variant } from '../page-model.ts';
import { classNames } from './class-names.ts';
import { type Markup, type MarkupValue, markup } from './markup.ts';

/** The first page of each form. */
export const formPages: Readonly<Record<Variant, PageName>> = {
  public: 'form',
  affected: 'form-affected',
  'under-18': 'form-under-18',
};

/**
 * Chromium writes what a form sent into the files from which it opens its tabs again, unless there is a filled password
 * box in the form. So each form has one that nobody sees, nobody can fill and nothing sends. `one-time-code` keeps
 * password managers off it. The test that searches a browser's profile on disk fails without it.
 */
const keptOffDisk = markup`<input type="password" value="-" autocomplete="one-time-code" disabled readonly hidden>
`;

/** A form that needs no script and leaves nothing behind: not in the browser's memory of forms, not in its files. */
export const formFrame = (content: MarkupValue): Markup =>
  markup`<form method="post" action="${paths.post}" accept-charset="utf-8" autocomplete="off">
${keptOffDisk}${content}</form>
`;

export interface StepButton {
  readonly step: Step;
  readonly label: MarkupValue;
  readonly look?: keyof typeof classNames;
  /** Where on the answer the reader is to stand, an id. */
  readonly goTo?: string;
}

/** A button that asks for a step. */
export function stepButton({ step, label, look = 'button', goTo }: StepButton): Markup {
  const action = goTo === undefined ? undefined : markup` formaction="${paths.post}#${goTo}"`;
  return markup`<button class="${classNames[look]}" type="submit" name="step" value="${step}"${action}>${label}</button>\n`;
}
