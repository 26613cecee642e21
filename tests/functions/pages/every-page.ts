import { type ProblemCode, problems } from '../../../functions/report/contract/problem.ts';
import { checkPage } from '../../../functions/report/pages/check-page.ts';
import { formPage } from '../../../functions/report/pages/form-page.ts';
import type { Variant } from '../../../functions/report/pages/page-model.ts';
import { problemPage } from '../../../functions/report/pages/problem-page.ts';
import { receiptPage } from '../../../functions/report/pages/receipt-page.ts';
import { signCheckPage } from '../../../functions/report/pages/sign-check-page.ts';
import { checkState, english, fullReport, type Given, raw, receiptState, routed } from './english.ts';

export const variants: readonly Variant[] = ['public', 'affected', 'under-18'];
const blank = raw({});

/** Something short that each kind of reader may send. */
export const shortReport = (variant: Variant): Given => ({ reporter: variant, signs: ['debt'], area: 'leicester' });

/** Answers that end at each reason why nothing is sent. */
export const signposts: Readonly<Record<string, Given>> = {
  emergency: { danger: 'yes', signs: ['debt'], details: 'a van' },
  professional: { reporter: 'professional', signs: ['debt'] },
  outside: { area: 'outside', signs: ['debt'] },
  payOnly: { concern: 'pay-only', area: 'leicester' },
  safetyOnly: { concern: 'safety-only', area: 'leicester', place: 'shop' },
  work: { reporter: 'affected', concern: 'pay-only', area: 'leicester' },
};

const problemCodes = Object.keys(problems) as ProblemCode[];
const contacts = ['emergency', 'helpline', 'crimestoppers'];

/** One of every page the function can answer with, under a name that says which. */
export const everyPage: readonly [name: string, html: string][] = [
  ...variants.flatMap((variant): [string, string][] => [
    [`the first form, ${variant}`, formPage(english, { variant, answers: blank, errors: [] })],
    [
      `the form with everything on it, ${variant}`,
      formPage(english, { variant, answers: raw({ ...fullReport, reporter: variant }), errors: [] }),
    ],
    [
      `the form with every kind of error, ${variant}`,
      formPage(english, {
        variant,
        answers: raw({ ...fullReport, reporter: variant, danger: ['yes', 'no'], place: 'moon', foo: 'bar' }),
        errors: [
          { field: 'danger', code: 'repeated' },
          { field: 'place', code: 'unknown-value' },
          { field: 'details', code: 'too-long' },
          { field: 'foo', code: 'unknown-value' },
        ],
      }),
    ],
    [`the check page, ${variant}`, checkPage(english, checkState(shortReport(variant)))],
    [
      `the check page while nobody reads, ${variant}`,
      checkPage(
        english,
        checkState({ ...fullReport, reporter: variant }, { nobodyReadsUntil: 'Monday at 09:00', changed: true }),
      ),
    ],
    [
      `the check page that says why it is back, ${variant}`,
      checkPage(
        english,
        checkState(shortReport(variant), {
          errors: [
            { field: 'token', code: 'missing' },
            { field: 'exclude', code: 'cannot-leave-out' },
          ],
        }),
      ),
    ],
    [`the receipt, ${variant}`, receiptPage(english, receiptState(shortReport(variant)))],
    [
      `the receipt while nobody reads, ${variant}`,
      receiptPage(english, receiptState(shortReport(variant), { again: true, nobodyReadsUntil: 'Monday at 09:00' })),
    ],
  ]),
  ...Object.entries(signposts).map(([reason, given]): [string, string] => [
    `nothing sent: ${reason}`,
    problemPage(english, { code: 'signposted', ...routed(given), contacts: routed(given).decision.contacts }),
  ]),
  ...problemCodes.flatMap((code): [string, string][] => [
    [
      `problem ${code} with answers`,
      problemPage(english, { code, variant: 'public', answers: raw(fullReport), contacts }),
    ],
    [`problem ${code} without answers`, problemPage(english, { code, variant: 'public', answers: blank, contacts })],
  ]),
  ...(['call-999', 'tell-today', 'worth-telling'] as const).map((level): [string, string] => [
    `sign check: ${level}`,
    signCheckPage(english, { level, answers: raw({ signs: ['debt'] }) }),
  ]),
  ['sign check: nothing-ticked', signCheckPage(english, { level: 'nothing-ticked', answers: blank })],
];
