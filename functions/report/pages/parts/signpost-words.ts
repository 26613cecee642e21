import type { ProblemState } from '../page-model.ts';

/** What a rule that keeps nothing says for itself; words under `report:problem.signposted`. */
const ofRule: Readonly<Record<string, string>> = {
  '4-affected-work': 'work',
  '5-outside': 'outside',
  '8-pay-only': 'payOnly',
  '9-safety-only': 'safetyOnly',
};

/** Why nothing was sent. A rule that does send ends here only when the reader left out everyone who could get it. */
export function signpostReason({ decision }: ProblemState): string {
  if (decision?.outcome === 'emergency' || decision?.outcome === 'professional') return decision.outcome;
  return ofRule[decision?.rule ?? ''] ?? 'leftOut';
}
