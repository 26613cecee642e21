import { leftOut } from './left-out.ts';
import { bullet, folded } from './lines.ts';
import type { MailContext, Section } from './mail-context.ts';
import { phoneOf } from './say.ts';
import { secondContacts } from './second-contacts.ts';

/** 6. By name, who has it and who may get it; whom the reporter left out; what the reporter saw and was told. */
export function othersSection(mail: MailContext): Section {
  const { say, report } = mail;
  const names = leftOut(mail);
  const aboutThemselves = report.reporter === 'affected' || report.reporter === 'under-18';
  const lines = [
    say('mail:others.sentTo'),
    ...sentTo(mail).flatMap(bullet),
    ...folded(say('mail:others.only')),
    ...next(mail).flatMap((line) => folded(line)),
    ...folded(say('mail:others.leftOut', { list: names.length === 0 ? say('mail:others.nobody') : names.join('; ') })),
    say('mail:others.shown'),
    ...shown(mail).flatMap(bullet),
    ...folded(say(`mail:others.${aboutThemselves ? 'toldOwn' : 'told'}`)),
    ...folded(say('mail:others.notAsked')),
  ];
  return { title: say('mail:others.title'), lines };
}

/** Everyone who has it once this mail is read: a second contact is told who could not be reached before it. */
function sentTo({ say, name, decision, recipient }: MailContext): readonly string[] {
  const isThen = recipient.role === 'then';
  const before = decision.then.slice(0, Math.max(0, decision.then.indexOf(recipient.id)));
  const entry = (id: string, role: string) => say(`mail:others.role.${role}`, { agency: name(id) });
  const mark = (id: string, text: string, reached: boolean) =>
    id === recipient.id
      ? say('mail:others.you', { entry: text })
      : reached
        ? text
        : say('mail:others.notReached', { entry: text });
  const first = decision.recipients.map(({ id, role }) => mark(id, entry(id, role), !isThen || role === 'copy'));
  const then = isThen ? [...before, recipient.id].map((id) => mark(id, entry(id, 'then'), false)) : [];
  return [...first, ...then];
}

function next(mail: MailContext): readonly string[] {
  const { say, name, recipient } = mail;
  const contacts = secondContacts(mail);
  const mine = contacts.findIndex(({ id }) => recipient.role === 'then' && id === recipient.id);
  const later = contacts.slice(mine + 1);
  if (later.length === 0) return [say('mail:others.noNext')];
  return later.map(({ id, before, wait }) => say('mail:others.next', { agency: name(id), before, wait }));
}

/** Agencies whose number the reporter was shown; one without a checked number was not. */
function shown({ decision, name, model }: MailContext): readonly string[] {
  return decision.contacts
    .map((id) => ({ id, phone: phoneOf(id, model) }))
    .filter(({ phone }) => phone !== '')
    .map(({ id, phone }) => `${name(id)}: ${phone}`);
}
