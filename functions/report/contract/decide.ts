import type { Decision, RoutingInputs, Urgency } from './decision.ts';
import type { Sign } from './model.ts';
import type { Report } from './report.ts';
import { routeReport } from './route-report.ts';
import type { RoutingModel } from './routing-table.ts';
import { safeInputs } from './safe-inputs.ts';
import { urgencyOf } from './urgency.ts';

/** What a report is decided by, beside its answers. */
export interface Deciding {
  readonly signs: readonly Pick<Sign, 'id' | 'kind' | 'child' | 'care' | 'urgent'>[];
  readonly routing: RoutingModel;
  /** Ids of the agencies that have a mailbox. */
  readonly configured: ReadonlySet<string>;
  readonly mayLeaveOutPolice: boolean;
}

export interface Decided {
  /** Without what could not be asked for. */
  readonly report: Report;
  readonly inputs: RoutingInputs;
  readonly decision: Decision;
  readonly urgency: Urgency;
  /** The rule mails, but nobody it could mail has a mailbox any more: we cannot keep it, whoever was left out. */
  readonly unserved: boolean;
}

/** A checked report → who gets it and how soon. The function and the live card on the form decide by this one. */
export function decide(report: Report, { signs, routing, configured, mayLeaveOutPolice }: Deciding): Decided {
  const [asked, refused] = mayLeaveOutPolice ? [report, []] : withoutPoliceChoice(report);
  const inputs = safeInputs(asked, { signs });
  const routed = routeReport(inputs, routing, configured);
  const decision = { ...routed, refusedExclusions: [...routed.refusedExclusions, ...refused] };
  const mails = routing.rules.some(({ id, outcome }) => id === routed.rule && outcome === 'send');
  const withEveryone = () => routeReport({ ...inputs, exclude: [] }, routing, configured);
  const unserved = mails && routed.outcome !== 'send' && withEveryone().outcome !== 'send';
  return { report: asked, inputs, decision, urgency: urgencyOf(asked, inputs, signs), unserved };
}

/** Where a police body runs the site, "leave out the police" cannot be kept, so it is refused aloud. */
function withoutPoliceChoice(report: Report): [Report, string[]] {
  const kept = report.exclude.filter((id) => id !== police);
  return [{ ...report, exclude: kept }, report.exclude.filter((id) => id === police)];
}

const police = 'police';
