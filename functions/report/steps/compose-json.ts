import { choiceFields, textFields } from '../contract/answers.ts';
import { londonIsoDay } from './compose/london-day.ts';
import type { MailInput } from './compose/mail-input.ts';

/** Raised when a field changes its meaning; a new field does not raise it. */
const version = 1;

/**
 * The coded answers for a recipient's own system, with `null` for "not answered". No word that anyone typed is in it:
 * `words` says only which boxes hold some, so that a reader of the record opens the mail.
 */
export function composeJson(input: MailInput): string {
  const { report, inputs, urgency, decision, recipient, reference, takenOn, test = false } = input;
  const { rule, recipients, then } = decision;
  const answers = Object.fromEntries(choiceFields.map((field) => [field, report[field] ?? null]));
  return JSON.stringify({
    version,
    reference,
    takenOn: londonIsoDay(takenOn),
    test,
    role: recipient.role,
    urgency,
    rule,
    recipients,
    then,
    leftOut: report.exclude.filter((id) => !decision.refusedExclusions.includes(id)),
    formLanguage: report.locale,
    answers: {
      ...answers,
      place: report.place ?? null,
      area: report.area ?? null,
      signs: report.signs,
      care: report.care || null,
    },
    countedAs: {
      concern: inputs.concern ?? null,
      child: inputs.child ?? null,
      care: inputs.care,
      control: inputs.control,
    },
    words: Object.fromEntries(textFields.map((field) => [field, report[field].trim() !== ''])),
  });
}
