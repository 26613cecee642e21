import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import concerns from '#content/model/concerns.yaml';
import languages from '#content/model/languages.yaml';
import { choices, type TextField, textFields } from '../../../functions/report/contract/answers.ts';
import type { Report } from '../../../functions/report/contract/report.ts';
import type { Variant } from '../../../functions/report/pages/page-model.ts';
import { signLabel } from '../../../functions/report/pages/parts/question-words.ts';
import { reportContext } from '../../../functions/report/steps/compose/mail-context.ts';
import type { MailInput } from '../../../functions/report/steps/compose/mail-input.ts';
import { signText } from '../../../functions/report/steps/compose/sign-text.ts';
import { composeMail, mailComposer } from '../../../functions/report/steps/compose.ts';
import { inertLinks } from '../../../functions/report/steps/inert-links.ts';
import { multi } from '../../../functions/report/steps/sanitise.ts';
import { anyText, linkTexts, opensSomething, unquote } from '../../support/reporter-text.ts';
import { mailboxes, mailInput, mailsOf, model, words } from '../../support/sample-mail.ts';

const optional = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const typed = fc.oneof(fc.constant(''), anyText, linkTexts);

/** Answers that some rule mails: danger is not `yes`, the place is ours, and it is not only about pay or safety. */
const answers: fc.Arbitrary<Partial<Report>> = fc.record({
  locale: fc.constantFrom(...languages.map(({ id }) => id)),
  danger: optional(choices.danger.filter((value) => value !== 'yes')),
  reporter: optional(choices.reporter.filter((value) => value !== 'professional')),
  place: optional(model.places.map(({ id }) => id)),
  signs: fc.subarray(model.signs.map(({ id }) => id)),
  area: optional(model.areas.filter(({ kind }) => kind !== 'outside').map(({ id }) => id)),
  concern: optional(choices.concern.filter((value) => !value.endsWith('-only'))),
  child: optional(choices.child),
  care: fc.boolean(),
  people: optional(choices.people),
  lately: optional(choices.lately),
  know: optional(choices.know),
  traceable: optional(choices.traceable),
  exclude: fc.subarray(['police', 'labour-enforcement', 'adults-leicester']),
  where: typed,
  when: typed,
  details: typed,
  contact: typed,
});

const ours = (text: string): string[] => text.split('\n').filter((line) => !line.startsWith('|'));
const section = (text: string, number: number): string =>
  text.slice(text.indexOf(`\n${number}. `), number === 8 ? undefined : text.indexOf(`\n${number + 1}. `));

describe('a mail', () => {
  test('has the same eight headings in the same order, whoever wrote and whoever reads', () => {
    const headings = new Set<string>();
    fc.assert(
      fc.property(answers, (given) => {
        for (const { text } of mailsOf({ answers: given })) {
          headings.add(
            ours(text)
              .filter((line) => /^\d\. /.test(line))
              .join('\n'),
          );
        }
        return headings.size === 1;
      }),
    );
    expect([...headings][0]?.split('\n').map((line) => line.slice(0, 2))).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
      '6.',
      '7.',
      '8.',
    ]);
  });

  test('says nothing outside the quoted lines that depends on what was typed', () => {
    const plain = (given: Partial<Report>) =>
      Object.fromEntries(textFields.map((field) => [field, (given[field] ?? '').trim() === '' ? '' : 'x']));
    const without = (text: string) => ours(text).filter((line) => !line.startsWith('A line that starts with'));
    fc.assert(
      fc.property(answers, (given) => {
        const real = mailsOf({ answers: given });
        const blank = mailsOf({ answers: { ...given, ...plain(given) } });
        expect(real.map(({ text }) => without(text))).toEqual(blank.map(({ text }) => without(text)));
        expect(real.map(({ subject }) => subject)).toEqual(blank.map(({ subject }) => subject));
        expect(real.map(({ json }) => json)).toEqual(blank.map(({ json }) => json));
      }),
    );
  });

  test('holds every text whole and in order, behind bars, with links made inert', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { text } = composeMail(mailInput({ answers: given }));
        const blocks = text.split('\n\n').filter((block) => /^W\d /.test(block));
        const filled = textFields.filter((field) => (given[field] ?? '').trim() !== '');
        const held = blocks.map((block) => unquote(block.slice(block.indexOf('\n') + 1)));
        expect(held).toEqual(filled.map((field) => inertLinks(multi(given[field] ?? '')).replaceAll('\n↪ ', '')));
      }),
    );
  });

  test('has no line that a mail cannot carry, no control character, and no line of ours too wide for a screen', () => {
    fc.assert(
      fc.property(answers, (given) => {
        for (const { text } of mailsOf({ answers: given })) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
          expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
          expect(text.isWellFormed()).toBe(true);
          for (const line of text.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
          for (const line of ours(text)) expect(line.length).toBeLessThanOrEqual(80);
        }
      }),
    );
  });

  test('has one subject line of ASCII that ends in the reference and the role', () => {
    fc.assert(
      fc.property(answers, (given) => {
        for (const { subject } of mailsOf({ answers: given })) {
          expect(subject).toMatch(/^\[Know the Signs\] [\x20-\x7e]+ - ref K7Q2MXPA( - (copy|second contact))?$/);
          expect(subject.length).toBeLessThanOrEqual(150);
        }
      }),
    );
  });

  test('leaves nothing to click, in whatever way it was typed', () => {
    fc.assert(
      fc.property(linkTexts, (details) => {
        const quoted = composeMail(mailInput({ answers: { details } }))
          .text.split('\n')
          .filter((line) => line.startsWith('|'));
        return quoted.length > 0 && quoted.every((line) => !opensSomething.test(line));
      }),
    );
  });

  test('is the same to the byte each time, and written alike for one agency or for all', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { recipient, ...report } = mailInput({ answers: given });
        const compose = mailComposer(report);
        expect(compose(recipient)).toEqual(composeMail({ ...report, recipient }));
        expect(compose(recipient)).toEqual(compose(recipient));
      }),
    );
  });

  test('names nobody who was left out as someone it was sent to', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const input = mailInput({ answers: given });
        const gone = input.report.exclude.filter((id) => !input.decision.refusedExclusions.includes(id));
        for (const { text } of mailsOf({ answers: given })) {
          const others = section(text, 6);
          const sent = others.slice(0, others.indexOf('Left out by the reporter'));
          for (const id of gone) expect(sent).not.toContain(words(`agencies:${id}.name`));
          const warned = section(text, 2).replace(/\s+/g, ' ');
          for (const id of gone) expect(warned).toContain(`asked that ${words(`agencies:${id}.name`)} do NOT get this`);
        }
      }),
    );
  });

  test('warns that the source is at risk above every fact exactly when acting on it could show who told', () => {
    const all = [...choices.traceable, undefined].flatMap((traceable) =>
      [...choices.know, undefined].flatMap((know) =>
        (['public', 'affected', 'under-18', undefined] as const).map((reporter) => ({ traceable, know, reporter })),
      ),
    );
    for (const given of all) {
      const { traceable, know, reporter } = given;
      const isInvolved = reporter === 'affected' || reporter === 'under-18';
      const atRisk = isInvolved || know === 'told-by-them' || traceable === 'yes' || traceable === 'maybe';
      for (const { text } of mailsOf({ answers: { ...given, signs: ['threats'], area: 'leicester' } })) {
        const warning = text.indexOf('SOURCE AT RISK');
        expect(warning !== -1).toBe(atRisk);
        expect(warning).toBeLessThan(text.indexOf('\n3. '));
      }
    }
  });

  test('says "not answered" of what was left blank, and never no', () => {
    const { text } = composeMail(mailInput({ answers: { signs: ['debt'] } }));
    const asked = section(text, 4);
    expect(asked).not.toMatch(/: (no|not sure|unsure)\b/i);
    expect(asked.match(/: not answered/g)?.length).toBe(15);
    expect(asked).toContain('Not answered: in danger now');
  });

  test('says of what a short form does not ask that it was not asked', () => {
    const { text } = composeMail(mailInput({ answers: { reporter: 'under-18', signs: ['debt'] } }));
    expect(section(text, 4)).toContain('WHEN\n- not asked on this short form\n');
    expect(section(text, 4)).not.toContain('- Last seen');
    expect(section(text, 4)).toMatch(/Not asked on this short form: [^.]*last seen/);
    expect(section(text, 4)).not.toMatch(/Not answered: [^.]*last seen/);
  });

  test('says nothing of other reports when nobody looked', () => {
    const about = 'Another report with the same ticks';
    const mail = (before: boolean | undefined) =>
      composeMail(mailInput({ answers: { signs: ['debt'] }, sameAnswersBefore: before })).text;
    expect(mail(true)).toContain(`${about} in the last 72 h: YES`);
    expect(mail(false)).toContain(`${about} in the last 72 h: none known`);
    expect(mail(undefined)).not.toContain(about);
  });

  test('asks a reader who has only words to weigh them, and to make nothing of nationality', () => {
    const onlyWords = composeMail(mailInput({ answers: { details: 'They look foreign.' } })).text;
    expect(section(onlyWords, 2)).toContain('NO SIGN WAS TICKED');
    expect(composeMail(mailInput({ answers: { signs: ['debt'] } })).text).not.toContain('NO SIGN WAS TICKED');
  });

  test('prints the day where the agencies are, and no hour', () => {
    const { text } = composeMail(
      mailInput({ answers: { signs: ['debt'] }, takenOn: new Date('2027-07-01T23:30:00Z') }),
    );
    expect(text).toContain('taken 2 July 2027');
    expect(text).not.toMatch(/\d\d:\d\d/);
  });

  test('has a Message-ID of its own for each agency and a date to the second', () => {
    const mails = mailsOf({ answers: { signs: ['debt'], concern: 'labour', area: 'leicester' } });
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
    expect(mails[0]?.messageId).toBe('<00112233445566778899aabbccddeeff.police@reports.example>');
    expect(mails[0]?.date).toBe('2027-03-14T23:44:10Z');
  });
});

describe('words', () => {
  const base = { signs: ['threats'], area: 'leicester' } as const;
  const every: readonly (readonly [about: string, given: readonly Partial<Report>[]])[] = [
    ['place', model.places.map(({ id }) => ({ ...base, place: id }))],
    ['area', model.areas.filter(({ kind }) => kind !== 'outside').map(({ id }) => ({ ...base, area: id }))],
    ['concern', concerns.map(({ id }) => ({ ...base, concern: id }))],
    [
      'sign',
      model.signs.flatMap(({ id }) => [
        { ...base, signs: [id] },
        { ...base, signs: [id], reporter: 'affected' as const },
      ]),
    ],
    [
      'sign of the under-18 form',
      model.signs.map(({ id }) => ({ ...base, signs: [id], reporter: 'under-18' as const })),
    ],
    ['language', languages.map(({ id }) => ({ ...base, locale: id }))],
    ['agency left out', model.agencies.map(({ id }) => ({ ...base, exclude: [id] }))],
  ];
  test.each(every)('are there for every %s', (_about, given) => {
    for (const one of given)
      for (const { text } of mailsOf({ answers: one })) expect(text).not.toMatch(/[<>{}]|undefined/);
  });

  test('of a sign are those that the reporter ticked', () => {
    const { recipient: _recipient, ...input } = mailInput({ answers: { signs: ['threats'] } });
    for (const variant of ['public', 'affected', 'under-18'] satisfies Variant[]) {
      const context = reportContext({ ...input, report: { ...input.report, reporter: variant } });
      const shown = model.signs.map((sign) => signLabel({ words }, variant, sign));
      expect(model.signs.map(({ id }) => signText(context, id))).toEqual(shown);
    }
  });
});

describe('the coded answers', () => {
  const json = (given: Partial<Report>) => {
    const recipients = new Map([...mailboxes].map(([id, mailbox]) => [id, { ...mailbox, json: true }]));
    return composeMail(mailInput({ answers: given, recipients })).json ?? '';
  };

  test('are added only for a mailbox that asked for them', () => {
    expect(composeMail(mailInput({ answers: { signs: ['debt'] } }))).not.toHaveProperty('json');
    expect(JSON.parse(json({ signs: ['debt'] }))).toMatchObject({
      reference: 'K7Q2MXPA',
      takenOn: '2027-03-14',
      answers: { signs: ['debt'] },
    });
  });

  test('hold null for what was not answered', () => {
    const { answers: coded } = JSON.parse(json({ signs: ['debt'] })) as { answers: Record<string, unknown> };
    expect(coded).toMatchObject({ danger: null, child: null, care: null, place: null, area: null });
  });

  test('hold no word that anyone typed', () => {
    const canary = 'zq7canary';
    const texts = Object.fromEntries(textFields.map((field: TextField) => [field, `${canary} ${field}`]));
    expect(json({ signs: ['debt'], ...texts })).not.toContain(canary);
    expect(JSON.parse(json({ where: canary }))).toMatchObject({ words: { where: true, details: false } });
  });
});

describe('a broken input of ours', () => {
  test('is a fault that says what to mend', () => {
    const input: MailInput = mailInput({ answers: { signs: ['debt'] } });
    const nobody = { ...input, decision: { ...input.decision, recipients: [] } };
    expect(() => composeMail(nobody)).toThrow('has no primary recipient');
  });
});
