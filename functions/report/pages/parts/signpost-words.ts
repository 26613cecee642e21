import type { ProblemState } from '../page-model.ts';
import { isAnswered } from './raw-answers.ts';

/** What a rule that keeps nothing says for itself; words under `report:problem.signposted`. */
const ofRule: Readonly<Record<string, string>> = {
  '4-affected-work': 'work',
  '5-outside': 'outside',
  '8-pay-only': 'payOnly',
  '9-safety-only': 'safetyOnly',
};

/**
 * Why nothing was sent. A rule that does send ends here when nobody is left to send to: the reader left everyone out, or
 * nobody has a mailbox.
 */
export function signpostReason({ decision, answers }: ProblemState): string {
  if (decision?.outcome === 'emergency' || decision?.outcome === 'professional') return decision.outcome;
  const own = ofRule[decision?.rule ?? ''];
  return own ?? (isAnswered(answers, 'exclude') ? 'leftOut' : 'nobody');
}
