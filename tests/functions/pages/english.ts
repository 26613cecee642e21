import { variantOf } from '../../../functions/report/asked.ts';
import { mailableAgencies } from '../../../functions/report/contract/mailable-agencies.ts';
import type { RecipientSetting } from '../../../functions/report/contract/recipient-setting.ts';
import type { RawAnswers } from '../../../functions/report/contract/report.ts';
import { routeReport } from '../../../functions/report/contract/route-report.ts';
import { safeInputs } from '../../../functions/report/contract/safe-inputs.ts';
import { urgencyOf } from '../../../functions/report/contract/urgency.ts';
import { model } from '../../../functions/report/model.ts';
import type { CheckState, PageContext, ReceiptState } from '../../../functions/report/pages/page-model.ts';
import { knownIds } from '../../../functions/report/steps/known-ids.ts';
import { showCards } from '../../../functions/report/steps/show-cards.ts';
import { validate } from '../../../functions/report/steps/validate.ts';
import { namespaces, words } from '../../support/words-of.ts';

export { namespaces, words };

/** The real content in English. */
export const english: PageContext = { locale: 'en', words, model };

export type Given = Readonly<Record<string, string | readonly string[]>>;

/** Answers as a request brings them. */
export const raw = (given: Given): RawAnswers =>
  new Map(Object.entries(given).map(([field, value]): [string, string[]] => [field, [value].flat()]));

/** One of every answer, in the public's words; where it is places a child at risk it says so. */
export const fullReport: Given = {
  danger: 'unsure',
  reporter: 'public',
  concern: 'labour',
  child: 'unsure',
  people: '6-20',
  lately: 'week',
  know: 'told-by-them',
  traceable: 'maybe',
  place: 'garment-factory',
  signs: ['debt', 'cannot-leave'],
  area: 'leicester',
  where: 'behind the tyre shop\r\nExample Street',
  when: 'Mon-Sat 7-22',
  details: 'a white van & a "red" one\n\n<b>રાત્રે</b>',
  contact: '\nafter 6, say "library"',
  care: 'yes',
  exclude: ['crimestoppers'],
};

const mailbox: RecipientSetting = {
  email: 'reports@agency.example',
  reads: 'Mon-Fri 09:00-17:00',
  agreed: '2027-01-01',
  acknowledges: false,
  json: false,
};

const everyMailbox = new Map(mailableAgencies({ ...model, ...model.routes }).map((id) => [id, mailbox]));
const known = knownIds({ model: model, locales: ['en'] });

/** What the real steps make of these answers, with a mailbox for every agency. */
export function routed(given: Given): Pick<CheckState, 'decision' | 'urgency' | 'cards' | 'answers' | 'variant'> {
  const answers = raw(given);
  const validated = validate(answers, known);
  if (!validated.ok) throw new Error(JSON.stringify(validated.errors));
  const inputs = safeInputs(validated.report, model);
  const decision = routeReport(inputs, { ...model, ...model.routes }, new Set(everyMailbox.keys()));
  const urgency = urgencyOf(validated.report, inputs, model.signs);
  const cards = showCards({ decision, urgency, recipients: everyMailbox, mayLeaveOutPolice: true });
  return { answers, variant: variantOf(answers), decision, urgency, cards };
}

export function checkState(given: Given, over: Partial<CheckState> = {}): CheckState {
  const { answers, ...rest } = routed(given);
  const leftOut = (answers.get('exclude') ?? []).filter((id) => !rest.decision.refusedExclusions.includes(id));
  return { ...rest, answers, token: 'a-token', leftOut, changed: false, errors: [], ...over };
}

export function receiptState(given: Given, over: Partial<ReceiptState> = {}): ReceiptState {
  const { variant, decision, cards } = routed(given);
  return { variant, decision, cards, receipt: '4815 2093 7716 0254 8831', again: false, ...over };
}
