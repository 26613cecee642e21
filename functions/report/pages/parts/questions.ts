import { choices } from '../../contract/answers.ts';
import type { FormState, Variant } from '../page-model.ts';
import { isAnswered } from './raw-answers.ts';

/** One thing the form asks, with the fields that answer it (service.md 4.2). Order of the table: order on the page. */
export const questionFields = {
  danger: ['danger'],
  reporter: ['reporter'],
  place: ['place'],
  signs: ['signs'],
  area: ['area', 'where'],
  concern: ['concern'],
  child: ['child', 'care'],
  people: ['people'],
  lately: ['lately', 'when'],
  know: ['know'],
  details: ['details'],
  traceable: ['traceable'],
  contact: ['contact'],
  exclude: ['exclude'],
} as const satisfies Record<string, readonly string[]>;

export type QuestionId = keyof typeof questionFields;

interface FormQuestions {
  /** Up to the first Send: a person who stops here has told enough. */
  readonly first: readonly QuestionId[];
  readonly more: readonly QuestionId[];
}

/** What each form asks (service.md 4.2, 4.4, 4.3). Who it is about is a question of the public form only. */
export const formQuestions: Readonly<Record<Variant, FormQuestions>> = {
  public: {
    first: ['danger', 'reporter', 'place', 'signs', 'area'],
    more: ['concern', 'child', 'people', 'lately', 'know', 'details', 'traceable', 'contact'],
  },
  affected: { first: ['danger', 'place', 'signs', 'area'], more: ['child', 'details', 'traceable', 'contact'] },
  'under-18': { first: ['danger', 'place', 'signs', 'area'], more: ['details', 'contact'] },
};

/** Answers in the order in which the form offers them, where that is not the contract's order. */
export const offered = {
  ...choices,
  danger: ['no', 'unsure', 'called', 'yes'],
  reporter: ['public', 'affected', 'under-18'],
} as const satisfies Record<keyof typeof choices, readonly string[]>;

/** The id of a question's block; errors link to it. */
export const questionId = (question: QuestionId): string => `q-${question}`;

export const questionOf = (field: string): QuestionId | undefined =>
  (Object.keys(questionFields) as QuestionId[]).find((question) =>
    questionFields[question].some((name) => name === field),
  );

/**
 * What this form does not ask but was answered all the same, on another form or by a program: it is asked here too, so
 * that no answer is lost or sent unseen. Who it is about has its own fold.
 */
export function furtherQuestions({ variant, answers, errors }: FormState): readonly QuestionId[] {
  const { first, more } = formQuestions[variant];
  const asked: readonly QuestionId[] = [...first, ...more, 'reporter'];
  return (Object.keys(questionFields) as QuestionId[])
    .filter((question) => !asked.includes(question))
    .filter((question) =>
      questionFields[question].some((field) => isAnswered(answers, field) || errors.some((one) => one.field === field)),
    );
}
