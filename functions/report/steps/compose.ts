import type { Message } from '../mail/mail.ts';
import { answersSection } from './compose/answers-section.ts';
import { limitsSection } from './compose/limits-section.ts';
import { type MailContext, type ReportContext, reportContext, type Section } from './compose/mail-context.ts';
import type { Addressee, MailInput, ReportInput } from './compose/mail-input.ts';
import { nowSection } from './compose/now-section.ts';
import { othersSection } from './compose/others-section.ts';
import { recordSection } from './compose/record-section.ts';
import { riskSection } from './compose/risk-section.ts';
import { subject } from './compose/subject.ts';
import { summarySection } from './compose/summary-section.ts';
import { wordsSection } from './compose/words-section.ts';
import { composeJson } from './compose-json.ts';
import { messageId } from './message-id.ts';
import { single } from './sanitise.ts';

type Part =
  | { readonly of: 'report'; readonly section: (mail: ReportContext) => Section }
  | { readonly of: 'recipient'; readonly section: (mail: MailContext) => Section };

/** The same eight, in the same order, in every mail: the first screen says what to do and what not to do. */
const parts: readonly Part[] = [
  { of: 'recipient', section: nowSection },
  { of: 'report', section: riskSection },
  { of: 'report', section: summarySection },
  { of: 'report', section: answersSection },
  { of: 'report', section: wordsSection },
  { of: 'recipient', section: othersSection },
  { of: 'report', section: recordSection },
  { of: 'report', section: limitsSection },
];

/**
 * The mail that one agency gets of one report (service.md section 5). Pure: the same input gives the same bytes. Throws
 * when a word or an agency is missing from the content, which is a fault of ours and never of a reporter.
 */
export const composeMail = ({ recipient, ...input }: MailInput): Message => mailComposer(input)(recipient);

/** The same for several agencies: what all of them read alike is written once. */
export function mailComposer(input: ReportInput): (recipient: Addressee) => Message {
  const context = reportContext(input);
  const alike = parts.map((part, index) => (part.of === 'report' ? written(part.section(context), index) : part));
  const top = topLine(context);
  const { id, mailDomain, recipients } = input;
  const date = `${input.releaseAt.toISOString().slice(0, 19)}Z`;
  return (recipient) => {
    const mail = { ...context, recipient };
    const body = alike.map((part, index) => (typeof part === 'string' ? part : written(part.section(mail), index)));
    const text = `${[top, ...body].join('\n\n')}\n`;
    const message = {
      subject: subject(mail),
      text,
      messageId: messageId({ id, recipient: recipient.id, mailDomain }),
      date,
    };
    return recipients.get(recipient.id)?.json ? { ...message, json: composeJson({ ...input, recipient }) } : message;
  };
}

const written = ({ title, lines }: Section, index: number): string => [`${index + 1}. ${title}`, ...lines].join('\n');

/** The partnership's protective marking, and the day that "today" means however late this arrives. */
function topLine({ say, model, reference, day }: ReportContext): string {
  return say('mail:top', { marking: single(model.partnership.marking), reference, day });
}
