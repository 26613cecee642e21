import { type Answer, pageAnswer, problemAnswer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import type { FieldError, ProblemCode } from '../contract/problem.ts';
import { problems } from '../contract/problem.ts';
import { formPage } from '../pages/form-page.ts';
import type { Parts } from '../parts.ts';

/** The form again, with everything that was in it: after "show me the signs of this place" and "change something". */
export function formAgain(parts: Parts, asked: Asked): Promise<Answer> {
  const { locale, variant, raw } = asked;
  return pageAnswer(parts, {
    locale,
    status: 200,
    main: (context) => formPage(context, { variant, answers: raw, errors: [] }),
  });
}

/** Something a person can mend: the form again with every wrong field named, or a problem document for a program. */
export async function formWithErrors(parts: Parts, asked: Asked, wrong: Wrong): Promise<Answer> {
  const { code, errors } = wrong;
  if (asked.format === 'json') return problemAnswer(code, { errors });
  const { locale, variant, raw } = asked;
  return pageAnswer(parts, {
    locale,
    status: problems[code].status,
    main: (context) => formPage(context, { variant, answers: raw, errors }),
  });
}

export interface Wrong {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
}
