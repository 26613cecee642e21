import type { Routed } from '../asked.ts';
import type { Report } from '../contract/report.ts';
import { routeReport } from '../contract/route-report.ts';
import { safeInputs } from '../contract/safe-inputs.ts';
import { urgencyOf } from '../contract/urgency.ts';
import type { Parts } from '../parts.ts';
import { showCards } from './show-cards.ts';

/** A checked report → who gets it, how soon, and the cards that say so. */
export function route(parts: Parts, report: Report): Routed {
  const { model, recipients, mayLeaveOutPolice } = parts;
  const [asked, refused] = mayLeaveOutPolice ? [report, []] : withoutPoliceChoice(report);
  const inputs = safeInputs(asked, model);
  const decide = (exclude: readonly string[]) =>
    routeReport({ ...inputs, exclude }, { ...model, ...model.routes }, new Set(recipients.keys()));
  const routed = decide(inputs.exclude);
  const decision = { ...routed, refusedExclusions: [...routed.refusedExclusions, ...refused] };
  const urgency = urgencyOf(asked, inputs, model.signs);
  const cards = showCards({ decision, urgency, recipients, mayLeaveOutPolice });
  const mails = model.routes.rules.some(({ id, outcome }) => id === routed.rule && outcome === 'send');
  const unserved = mails && routed.outcome !== 'send' && decide([]).outcome !== 'send';
  return { report: asked, inputs, decision, urgency, cards, unserved };
}

/** Where a police body runs the site, "leave out the police" cannot be kept, so it is refused aloud. */
function withoutPoliceChoice(report: Report): [Report, string[]] {
  const kept = report.exclude.filter((id) => id !== police);
  return [{ ...report, exclude: kept }, report.exclude.filter((id) => id === police)];
}

const police = 'police';
