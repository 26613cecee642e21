import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { textFields } from '../../functions/report/contract/answers.ts';
import { composeMime } from '../../functions/report/mail/compose-mime.ts';
import { composeMail } from '../../functions/report/steps/compose.ts';
import { quote } from '../../functions/report/steps/sanitise.ts';
import { anyAnswers } from '../support/fuzz/any-report.ts';
import { fuzz, fuzzTimeout } from '../support/fuzz/fuzz-run.ts';
import { mailFaults, readMail } from '../support/fuzz/mail-faults.ts';
import { mailboxes, mailInput } from '../support/sample-mail.ts';

const from = 'Know the Signs <reports@signs.example>';
const asJson = new Map([...mailboxes].map(([id, mailbox]) => [id, { ...mailbox, json: true }]));
/** Every so many mails one is read by a whole mail parser too. */
const parsedEvery = 50;

const cases = fc.record({
  answers: anyAnswers,
  suspect: fc.boolean(),
  sameAnswersBefore: fc.boolean(),
  json: fc.boolean(),
  which: fc.nat(5),
  possibleDuplicate: fc.option(fc.integer({ min: 2, max: 99 }), { nil: undefined }),
});

/** `undefined` when these answers are mailed to nobody. */
function inputOf({ answers, json, ...rest }: typeof cases extends fc.Arbitrary<infer T> ? T : never) {
  try {
    return mailInput({ answers, ...rest, ...(json ? { recipients: asJson } : {}) });
  } catch {
    return undefined;
  }
}

test(
  'whatever is typed, a mail has one To, the known headers, short lines and nothing that acts, and every word of it',
  async () => {
    let built = 0;
    let parsed = 0;
    const saying = () => `, ${parsed} read by a mail parser too`;
    await fuzz({ what: 'mails', long: 100_000, saying }, cases, async (one) => {
      const input = inputOf(one);
      fc.pre(input !== undefined);
      const { recipients, then } = input.decision;
      const all = [...recipients, ...then.map((id) => ({ id, role: 'then' as const }))];
      const recipient = all[one.which % all.length] ?? input.recipient;
      const message = composeMail({ ...input, recipient });
      const { possibleDuplicate } = one;
      const delivery = { to: 'desk@agency.example', message, possibleDuplicate };
      const bytes = await new MailComposer(composeMime(delivery, from)).compile().build();
      const raw = bytes.toString('latin1');
      expect(mailFaults(raw)).toEqual([]);
      const { text } = readMail(raw);
      expect(text.replaceAll('\r\n', '\n')).toBe(message.text);
      for (const field of textFields) {
        if (input.report[field].trim() !== '') expect(message.text).toContain(`\n${quote(input.report[field])}\n`);
      }
      expect(message.subject).toMatch(/^[ -~]{1,150}$/);
      built += 1;
      if (built % parsedEvery > 0) return;
      parsed += 1;
      const read = await simpleParser(bytes);
      expect(read.text?.trimEnd()).toBe(message.text.trimEnd());
      expect([read.to].flat().map((to) => to?.text)).toEqual(['desk@agency.example']);
      expect(read.attachments.map(({ content }) => content.toString())).toEqual(
        message.json === undefined ? [] : [message.json],
      );
    });
    expect(built).toBeGreaterThan(0);
  },
  fuzzTimeout,
);
