import { sameDayReasons, type UrgencyReason } from '../../contract/decision.ts';
import { single } from '../sanitise.ts';
import { bullet, folded } from './lines.ts';
import type { MailContext, Section } from './mail-context.ts';
import { secondContacts } from './second-contacts.ts';
import { signText } from './sign-text.ts';

/** 1. What to do first: how soon, why you, and that nobody can be asked. */
export function nowSection(mail: MailContext): Section {
  const { say, report, test } = mail;
  const replies = report.contact.trim() === '' ? 'mail:now.replies' : 'mail:now.repliesContact';
  const first = test
    ? testLines(mail)
    : [...roleLines[mail.recipient.role](mail), ...urgencyLines(mail), ...folded(say('mail:now.first'))];
  return { title: say('mail:now.title'), lines: [...first, ...folded(say(replies))] };
}

/** A test asks for one thing only, and looks like nothing else. */
function testLines({ say, model }: MailContext): readonly string[] {
  const { contact } = model.partnership;
  const whom = [contact?.role, contact?.email, contact?.phone].filter((part) => part !== undefined).map(single);
  const tell = whom.length === 0 ? [] : folded(say('mail:test.contact', { contact: whom.join(', ') }));
  return [...folded(say('mail:test.title')), ...folded(say('mail:test.do')), ...tell];
}

const roleLines: Record<MailContext['recipient']['role'], (mail: MailContext) => string[]> = {
  primary: () => [],
  copy: ({ say, name, lead, recipient }) => [
    ...folded(say('mail:now.copy', { lead: name(lead) })),
    ...folded(say('mail:now.copyFor', { purpose: purposeOf(recipient.id, say) })),
    ...folded(say('mail:now.copySpeak')),
  ],
  then: (mail) =>
    secondContacts(mail)
      .filter(({ id }) => id === mail.recipient.id)
      .flatMap(({ before, wait }) => [
        ...folded(mail.say('mail:now.then', { before, wait })),
        ...folded(mail.say('mail:now.thenAct')),
      ]),
};

/** Roles that get copies; every council has its own agency of the first two. */
const copied = ['children', 'adults', 'labour-enforcement'];

function purposeOf(id: string, say: MailContext['say']): string {
  const role = copied.find((prefix) => id === prefix || id.startsWith(`${prefix}-`)) ?? 'other';
  return say(`mail:now.purpose.${role}`);
}

/** The reasons for the level; below an urgent report's, under "Also", what alone would want it the same day. */
function urgencyLines(mail: MailContext): readonly string[] {
  const { say, urgency } = mail;
  if (urgency.level === 'normal') return folded(say('mail:now.normal'));
  const also = urgency.level === 'urgent' ? urgency.reasons.filter(isSameDay) : [];
  const main = urgency.reasons.filter((reason) => !also.includes(reason));
  const list = (reasons: readonly UrgencyReason[]) =>
    reasons.flatMap((reason) => reasonLines(mail, reason)).flatMap(bullet);
  return [
    say(`mail:now.${urgency.level}`),
    ...list(main),
    ...(also.length === 0 ? [] : [say('mail:now.also'), ...list(also)]),
  ];
}

const isSameDay = (reason: UrgencyReason): boolean => (sameDayReasons as readonly UrgencyReason[]).includes(reason);

function reasonLines(mail: MailContext, reason: UrgencyReason): readonly string[] {
  const { say, urgency, report } = mail;
  if (reason !== 'urgent-sign') return [say(`mail:now.reason.${reason}`)];
  const lately = say(`mail:choice.lately.${report.lately ?? 'unknown'}`);
  return urgency.signs.map((id) => say('mail:now.reason.urgent-sign', { sign: signText(mail, id), lately }));
}
