import { type Answer, jsonAnswer, pageAnswer } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { signCheck } from '../contract/sign-check.ts';
import { signCheckPage } from '../pages/sign-check-page.ts';
import type { Parts } from '../parts.ts';

/** The sign check: three answers, no number, nothing stored. */
export async function signCheckAnswer(parts: Parts, { format, locale, raw }: Asked): Promise<Answer> {
  const level = signCheck(raw.get('signs') ?? [], parts.model.signs);
  if (format === 'json') return jsonAnswer(200, { level });
  return pageAnswer(parts, { locale, status: 200, main: (context) => signCheckPage(context, { level, answers: raw }) });
}
