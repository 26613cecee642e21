import { type Answer, jsonAnswer, pageAnswer, problemAnswer } from '../answer.ts';
import type { Asked, Routed } from '../asked.ts';
import type { FieldError } from '../contract/problem.ts';
import { checkPage } from '../pages/check-page.ts';
import type { Parts } from '../parts.ts';
import { nobodyReadsUntil } from '../steps/nobody-reads-until.ts';
import { newToken } from '../steps/permit.ts';

/** Why the check page is shown: asked for, or instead of sending, since something is not as the reporter last saw it. */
export type CheckReason = 'asked' | 'changed' | 'old-token' | 'cannot-leave-out';

const statuses: Record<CheckReason, number> = { asked: 200, changed: 200, 'old-token': 422, 'cannot-leave-out': 422 };
const errorsOf: Record<CheckReason, readonly FieldError[]> = {
  asked: [],
  changed: [],
  'old-token': [{ field: 'token', code: 'missing' }],
  'cannot-leave-out': [{ field: 'exclude', code: 'cannot-leave-out' }],
};

/** Who will get it, who is next, and why, before anything is sent. */
export async function checkAnswer(parts: Parts, checked: Asked & Routed, reason: CheckReason): Promise<Answer> {
  if (checked.format === 'json') return checkJson(checked, reason);
  const { locale, variant, raw, decision, urgency, cards, report } = checked;
  return pageAnswer(parts, {
    locale,
    status: statuses[reason],
    main: (context) =>
      checkPage(context, {
        variant,
        answers: raw,
        token: newToken(parts, checked),
        decision,
        urgency,
        cards,
        leftOut: report.exclude.filter((id) => !decision.refusedExclusions.includes(id)),
        nobodyReadsUntil: nobodyReadsUntil(parts, checked, locale),
        changed: reason === 'changed',
        errors: errorsOf[reason],
      }),
  });
}

function checkJson({ decision }: Routed, reason: CheckReason): Answer {
  if (statuses[reason] !== 200) return problemAnswer('invalid', { errors: errorsOf[reason] });
  const { recipients, then, contacts } = decision;
  return jsonAnswer(200, { recipients, then, contacts });
}
