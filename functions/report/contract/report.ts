import type { Choice, TextField } from './answers.ts';

/**
 * What a member of the public tells us, without a name. A blank choice is `undefined`: "not answered" is never
 * the same as "not sure". Ids of place, area, signs and agencies come from the content model.
 */
export interface Report extends Readonly<Record<TextField, string>> {
  readonly locale: string;
  readonly danger: Choice<'danger'> | undefined;
  readonly reporter: Choice<'reporter'> | undefined;
  readonly place: string | undefined;
  /** Sign ids as ticked, the control signs among them, in the order of signs.yaml and without repeats. */
  readonly signs: readonly string[];
  readonly area: string | undefined;
  readonly concern: Choice<'concern'> | undefined;
  readonly child: Choice<'child'> | undefined;
  /** Someone is ill, disabled or cannot look after themselves. */
  readonly care: boolean;
  readonly people: Choice<'people'> | undefined;
  readonly lately: Choice<'lately'> | undefined;
  readonly know: Choice<'know'> | undefined;
  readonly traceable: Choice<'traceable'> | undefined;
  /** Agencies the reporter left out. None of them is in any envelope, ever. */
  readonly exclude: readonly string[];
}

export const blankReport: Report = {
  locale: 'en',
  danger: undefined,
  reporter: undefined,
  place: undefined,
  signs: [],
  area: undefined,
  where: '',
  when: '',
  details: '',
  contact: '',
  concern: undefined,
  child: undefined,
  care: false,
  people: undefined,
  lately: undefined,
  know: undefined,
  traceable: undefined,
  exclude: [],
};

/** Answers as they came, right or wrong, so that a page can show every one of them again. */
export type RawAnswers = ReadonlyMap<string, readonly string[]>;
