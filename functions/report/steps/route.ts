import type { Routed } from '../asked.ts';
import { decide } from '../contract/decide.ts';
import type { Report } from '../contract/report.ts';
import type { Parts } from '../parts.ts';
import { showCards } from './show-cards.ts';

/** A checked report → who gets it, how soon, and the cards that say so. */
export function route({ model, recipients, mayLeaveOutPolice }: Parts, report: Report): Routed {
  const routing = { ...model, ...model.routes };
  const decided = decide(report, {
    signs: model.signs,
    routing,
    configured: new Set(recipients.keys()),
    mayLeaveOutPolice,
  });
  const { decision, urgency } = decided;
  return { ...decided, cards: showCards({ decision, urgency, recipients, mayLeaveOutPolice }) };
}
