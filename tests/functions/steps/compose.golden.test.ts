import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { textFields, textLimits } from '../../../functions/report/contract/answers.ts';
import type { Report } from '../../../functions/report/contract/report.ts';
import { composeMail } from '../../../functions/report/steps/compose.ts';
import { unquote } from '../../support/reporter-text.ts';
import { mailInput, type Sample } from '../../support/sample-mail.ts';
import { sampleMails } from '../../support/sample-mails.ts';

const folder = 'tests/golden/mail';

/** The headers and the text as they stand in a golden file. */
function printed(sample: Sample): string {
  const { subject, messageId, date, text, json } = composeMail(mailInput(sample));
  const parts = [`Subject: ${subject}`, `Message-ID: ${messageId}`, `Date: ${date}`, '', text];
  return [...parts, ...(json === undefined ? [] : [`attached: ${json}\n`])].join('\n');
}

/** Compares with the file to the byte; `UPDATE_GOLDEN=1` writes it anew, to be read by eye before it is committed. */
function expectGolden(name: string, actual: string): void {
  const file = path.join(folder, `${name}.txt`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, actual);
  if (!existsSync(file)) throw new Error(`${file} is missing: run with UPDATE_GOLDEN=1, then read it.`);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}

describe('golden mails', () => {
  test.each(sampleMails)('$name is the mail that was read and agreed', ({ name, sample }) => {
    expectGolden(name, printed(sample));
  });

  test('everything answered, each text at its limit in Gujarati, arrives whole and is the mail that was agreed', () => {
    const line = 'તેઓ રાત્રે બહારથી તાળું મારે છે, અને દિવસે કોઈ બહાર જતું નથી. ';
    const full = (limit: number) =>
      Array.from(line.normalize('NFC').repeat(limit), (letter) => letter)
        .slice(0, limit)
        .join('');
    const texts = Object.fromEntries(textFields.map((field) => [field, full(textLimits[field])]));
    const { subject, text } = composeMail(mailInput({ answers: { ...everything, ...texts } }));
    const blocks = text.split('\n\n').filter((block) => /^W\d /.test(block));
    const arrived = blocks.map((block) => unquote(block.slice(block.indexOf('\n') + 1)));
    expect(arrived).toEqual(textFields.map((field) => texts[field]));
    const sha256 = createHash('sha256').update(text).digest('hex');
    expectGolden('gujarati-limits', `${subject}\n${Buffer.byteLength(text)} bytes\nsha256 ${sha256}\n`);
  });
});

const everything: Partial<Report> = {
  ...{
    locale: 'gu',
    danger: 'unsure',
    reporter: 'public',
    place: 'garment-factory',
    area: 'leicester',
    concern: 'labour',
  },
  ...{ child: 'unsure', care: true, people: '6-20', lately: 'today', know: 'told-by-them', traceable: 'yes' },
  signs: ['threats', 'documents-or-money-held', 'cannot-leave', 'debt', 'watched'],
};
