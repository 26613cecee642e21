import { type Answer, pageAnswer, problemAnswer } from '../answer.ts';
import { type Asked, localeOf, type Routed, variantOf } from '../asked.ts';
import { alwaysPhones } from '../contract/always-phones.ts';
import { type ProblemCode, problems } from '../contract/problem.ts';
import type { RawAnswers } from '../contract/report.ts';
import { problemPage } from '../pages/problem-page.ts';
import type { Parts } from '../parts.ts';

/** Nothing is kept, and whom to phone is shown: the page itself carries every answer. */
export async function signpost(parts: Parts, asked: Asked & Routed): Promise<Answer> {
  const { format, locale, variant, raw, decision } = asked;
  const { contacts } = decision;
  if (format === 'json') return problemAnswer('signposted', { contacts });
  return pageAnswer(parts, {
    locale,
    status: problems.signposted.status,
    main: (context) => problemPage(context, { code: 'signposted', variant, answers: raw, contacts, decision }),
  });
}

/** Everything else that stops a request: phones, what could be read of the answers, and a way on. */
export async function problem(parts: Parts, { code, raw, format }: Stopped): Promise<Answer> {
  const contacts = alwaysPhones;
  if (format === 'json') return problemAnswer(code, { contacts });
  return pageAnswer(parts, {
    locale: localeOf(raw, parts.locales),
    status: problems[code].status,
    main: (context) => problemPage(context, { code, variant: variantOf(raw), answers: raw, contacts }),
  });
}

export interface Stopped {
  readonly code: ProblemCode;
  readonly raw: RawAnswers;
  readonly format: Asked['format'];
}
