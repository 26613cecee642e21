import { describe, expect, test } from 'vitest';
import { lowerFirst } from '../../../functions/report/steps/compose/lines.ts';
import { reportContext } from '../../../functions/report/steps/compose/mail-context.ts';
import { wasAsked } from '../../../functions/report/steps/compose/rows.ts';
import { sayer } from '../../../functions/report/steps/compose/say.ts';
import { secondContacts } from '../../../functions/report/steps/compose/second-contacts.ts';
import { composeMail } from '../../../functions/report/steps/compose.ts';
import { mailInput, model, type Sample, words } from '../../support/sample-mail.ts';

const given: Sample = { answers: { signs: ['debt'], area: 'leicester', concern: 'labour' } };

describe('the mail of another partnership', () => {
  test('has a subject of ASCII, whatever its name is written with', () => {
    const named = { ...model, partnership: { ...model.partnership, name: 'Môn – Sir Gâr’s' } };
    expect(composeMail({ ...mailInput(given), model: named }).subject).toMatch(/^\[Mon - Sir Gar's\] [\x20-\x7e]+$/);
  });

  test('that names no contact has a test which asks nobody to be told', () => {
    const input = { ...mailInput(given), test: true };
    const someone = { ...model.partnership, contact: { role: 'coordinator', email: 'signs@example.org' } };
    const nobody = { ...model.partnership, contact: null };
    const [told, silent] = [someone, nobody].map(
      (partnership) => composeMail({ ...input, model: { ...model, partnership } }).text,
    );
    expect(told).toContain('coordinator, signs@example.org');
    expect(silent).toContain(words('mail:test.title'));
    expect(silent).not.toContain('coordinator');
  });

  test('to a copy of a kind we have no words for says the general purpose', () => {
    const { text } = composeMail({ ...mailInput(given), recipient: { id: 'helpline', role: 'copy' } });
    expect(text.replaceAll(/\s+/g, ' ')).toContain(words('mail:now.purpose.other'));
  });

  test('names everyone before a second contact, and each waits longer', () => {
    const input = mailInput(given);
    const three = { ...input, decision: { ...input.decision, then: ['helpline', 'crimestoppers', 'police'] } };
    const contacts = secondContacts(reportContext(three));
    const name = (id: string) => words(`agencies:${id}.name`);
    const [lead] = input.decision.recipients;
    expect(contacts.map(({ before }) => before)).toEqual([
      name(lead?.id ?? ''),
      `${name(lead?.id ?? '')} and ${name('helpline')}`,
      `${name(lead?.id ?? '')}, ${name('helpline')} and ${name('crimestoppers')}`,
    ]);
    expect(new Set(contacts.map(({ wait }) => wait)).size).toBe(3);
  });

  test('about an area that the model does not know says that the place is not known', () => {
    const input = mailInput(given);
    const known = composeMail(input).subject;
    const unknown = composeMail({ ...input, inputs: { ...input.inputs, area: 'nowhere' } }).subject;
    expect(unknown).not.toBe(known);
    expect(unknown).toContain(words('mail:area.unknown', { area: model.partnership.area.short }));
  });

  test('names a language it has no name for by its id', () => {
    const input = mailInput(given);
    const { text } = composeMail({ ...input, report: { ...input.report, locale: 'xx' } });
    expect(text).toMatch(/\bxx\b/);
  });
});

describe('a mark in our words', () => {
  test('of an agency that nobody knows is a fault of the content, with what to do', () => {
    expect(() => sayer(() => 'Call <phone:nobody>.', model)('any')).toThrow(
      'No agency `nobody` in agencies.yaml: add it',
    );
  });

  test('of a number that is not shown is the name of its agency', () => {
    const agencies = model.agencies.map((one) => ({ ...one, phones: [] }));
    const say = sayer((key) => (key === 'call' ? 'Call <phone:police>.' : 'the police'), { agencies });
    expect(say('call')).toBe('Call the police.');
  });
});

test('a question of a form that is not ours counts as asked', () => {
  expect(wasAsked('place', { reporter: 'professional' })).toBe(true);
});

test.each([
  ['Garment factory', 'garment factory'],
  ['HGV', 'HGV'],
  ['I am not sure', 'I am not sure'],
])('in the middle of a line "%s" is "%s"', (text, middle) => expect(lowerFirst(text)).toBe(middle));
