import type { RoutingInputs, Urgency, UrgencyReason } from './decision.ts';
import type { Sign } from './model.ts';
import type { Report } from './report.ts';

type UrgentSign = Pick<Sign, 'id' | 'urgent'>;

interface Facts {
  readonly inputs: RoutingInputs;
  readonly urgentSigns: readonly string[];
}

/** In the order in which the mail prints them. */
const urgentTests: readonly [UrgencyReason, (facts: Facts) => boolean][] = [
  ['child', ({ inputs }) => inputs.child === 'yes'],
  ['under-18', ({ inputs }) => inputs.reporter === 'under-18'],
  ['affected', ({ inputs }) => inputs.reporter === 'affected'],
  ['called', ({ inputs }) => inputs.danger === 'called'],
  ['urgent-sign', ({ urgentSigns }) => urgentSigns.length > 0],
];

/** If "not sure" alone were urgent, half of all reports would be, and the word would mean nothing (service.md M6). */
const sameDayTests: readonly [UrgencyReason, (facts: Facts) => boolean][] = [
  ['danger-unsure', ({ inputs }) => inputs.danger === 'unsure'],
  ['child-unsure', ({ inputs }) => inputs.child === 'unsure'],
];

/**
 * How soon a report must be read, and every reason for it. An urgent report lists the same-day reasons after its own.
 * `inputs` are the report's safe inputs, so that a ticked sign about a child counts.
 */
export function urgencyOf(report: Report, inputs: RoutingInputs, signs: readonly UrgentSign[]): Urgency {
  const urgentSigns = seenLately(report)
    ? signs.filter((sign) => isTickedUrgent(sign, report)).map(({ id }) => id)
    : [];
  const urgent = reasonsOf(urgentTests, { inputs, urgentSigns });
  const sameDay = reasonsOf(sameDayTests, { inputs, urgentSigns });
  const level = urgent.length > 0 ? 'urgent' : sameDay.length > 0 ? 'same-day' : 'normal';
  return { level, reasons: [...urgent, ...sameDay], signs: urgentSigns };
}

const seenLately = ({ lately }: Report) => lately === 'today' || lately === 'week';

const isTickedUrgent = ({ id, urgent }: UrgentSign, report: Report) => urgent === true && report.signs.includes(id);

const reasonsOf = (tests: typeof urgentTests, facts: Facts) =>
  tests.filter(([, holds]) => holds(facts)).map(([reason]) => reason);
