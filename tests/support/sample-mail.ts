import agencies from '#content/model/agencies.yaml';
import areas from '#content/model/areas.yaml';
import partnership from '#content/model/partnership.yaml';
import places from '#content/model/places.yaml';
import routes from '#content/model/routes.yaml';
import signs from '#content/model/signs.yaml';
import { mailableAgencies } from '../../functions/report/contract/mailable-agencies.ts';
import type { RecipientSetting } from '../../functions/report/contract/recipient-setting.ts';
import { blankReport, type Report } from '../../functions/report/contract/report.ts';
import { routeReport } from '../../functions/report/contract/route-report.ts';
import { safeInputs } from '../../functions/report/contract/safe-inputs.ts';
import { urgencyOf } from '../../functions/report/contract/urgency.ts';
import type { Message } from '../../functions/report/mail/mail.ts';
import type { MailInput } from '../../functions/report/steps/compose/mail-input.ts';
import { composeMail } from '../../functions/report/steps/compose.ts';
import { createWords } from '../../functions/report/words.ts';

import { resources } from '../../src/languages.ts';

export const model = { agencies, areas, places, signs, partnership, routes };
const routing = { ...model, ...routes };

/** The words of the product itself: a golden mail shows what an officer will read. */
export const words = createWords({ locale: 'en', resources: resources['en'] ?? {}, fallback: {} });

const mailbox: RecipientSetting = {
  email: 'reports@agency.example',
  reads: '24/7',
  agreed: '2027-01-10',
  tested: '2027-01-11',
  acknowledges: false,
  json: false,
};

/** Every agency that a rule can mail has a mailbox. */
export const mailboxes = new Map(mailableAgencies(routing).map((id) => [id, mailbox]));

export interface Sample extends Partial<Omit<MailInput, 'report' | 'inputs' | 'decision' | 'urgency' | 'recipient'>> {
  readonly answers: Partial<Report>;
  /** Whose mail; without it, the one who acts on it. */
  readonly to?: MailInput['recipient'];
  /** Who has a mailbox; without it, everyone. */
  readonly configured?: readonly string[];
}

/** An invented report on its way through the real rules, up to the composer. */
export function mailInput({ answers, to, configured, ...rest }: Sample): MailInput {
  const report = { ...blankReport, ...answers, signs: ticked(answers.signs ?? []) };
  const inputs = safeInputs(report, model);
  const decision = routeReport(inputs, routing, new Set(configured ?? mailboxes.keys()));
  const primary = decision.recipients.find(({ role }) => role === 'primary');
  if (primary === undefined) throw new Error(`Rule ${decision.rule} mails nobody for these answers: choose others.`);
  return {
    ...{ report, inputs, decision, urgency: urgencyOf(report, inputs, signs), recipient: to ?? primary },
    ...{ reference: 'K7Q2MXPA', id: '00112233445566778899aabbccddeeff', mailDomain: 'reports.example' },
    takenOn: new Date('2027-03-14T23:40:00Z'),
    releaseAt: new Date('2027-03-14T23:44:10.500Z'),
    ...{ words, model, recipients: mailboxes, suspect: false, sameAnswersBefore: false },
    ...rest,
  };
}

/** In the order of signs.yaml, as `validate` hands them on; an unknown sign is a mistake of the test. */
function ticked(ids: readonly string[]): string[] {
  const known = signs.map(({ id }) => id).filter((id) => ids.includes(id));
  if (known.length !== ids.length) throw new Error(`Not all of these are signs: ${ids.join(', ')}`);
  return known;
}

/** Every mail of that report: who acts on it, the copies, the second contacts. */
export function mailsOf(sample: Sample): readonly Message[] {
  const input = mailInput(sample);
  const { recipients, then } = input.decision;
  const all = [...recipients, ...then.map((id) => ({ id, role: 'then' as const }))];
  return all.map((recipient) => composeMail({ ...input, recipient }));
}
