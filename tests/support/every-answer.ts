import { type Ask, type Given, leavingOutAll, sending, sendingChecked, sendingTwice } from './ask-function.ts';

/** One kind of page that the function answers a browser with, and how to get it from a running site. */
export interface AnswerKind {
  readonly name: string;
  readonly status: number;
  /** The words, by their key, that tell this answer from the others. */
  readonly says: string;
  readonly ask: Ask;
}

type Row = readonly [name: string, status: number, says: string, ask: Ask];

const variants = ['public', 'affected', 'under-18'] as const;
const typed = {
  where: 'behind the tyre shop\r\nExample Street, an-address-without-any-place-where-a-line-may-break-0123456789',
  when: 'Mon-Sat 7-22',
  details: 'a white van & a "red" one\r\n\r\n<b>રાત્રે</b> خطر',
  contact: 'after 6, say "library"',
};
const oneTick: Given = { locale: 'en', signs: 'debt', area: 'leicester' };
const full: Given = {
  ...oneTick,
  ...typed,
  danger: 'unsure',
  concern: 'labour',
  child: 'unsure',
  people: '6-20',
  lately: 'week',
  know: 'told-by-them',
  traceable: 'maybe',
  place: 'garment-factory',
  signs: ['debt', 'cannot-leave'],
  care: 'yes',
};
const wrong: Given = { ...full, danger: ['yes', 'no'], place: 'moon', details: 'x'.repeat(4001), foo: 'bar' };
const notOurs = { headers: { origin: 'https://other.example' } };
const noForm = { body: 'words', headers: { 'content-type': 'text/plain' } };
const problem = (code: string): string => `report:problem.${code}.text`;

const ofForm = (reporter: (typeof variants)[number]): readonly Row[] => [
  ['form with everything on it', 200, `report:form.${reporter}.title`, sending({ ...full, reporter, step: 'place' })],
  ['form with errors', 422, 'report:errors.title', sending({ ...wrong, reporter, step: 'check' })],
  ['form with nothing said', 422, 'report:errors.nothingSaid', sending({ reporter, contact: 'after six' })],
  ['check page', 200, 'report:check.lead', sending({ ...full, reporter, step: 'check' })],
  ['receipt', 202, 'report:receipt.title', sendingChecked({ ...full, reporter })],
];

const ofEachForm = variants.flatMap((reporter) =>
  ofForm(reporter).map(([name, ...rest]): Row => [`${name}, ${reporter}`, ...rest]),
);

const others: readonly Row[] = [
  ['check page of one tick', 200, 'report:check.lead', sending(oneTick)],
  [
    'check page with the police left out',
    200,
    'report:check.leftOut',
    sending({ ...full, reporter: 'affected', exclude: 'police' }),
  ],
  ['check page whose cards changed', 200, 'report:check.changed', sendingChecked(oneTick, { exclude: 'police' })],
  ['check page that was open too long', 422, 'report:check.oldPage', sending({ ...full, step: 'send', token: 'x' })],
  [
    'check page that keeps the police in',
    422,
    'report:check.cannotLeaveOut',
    sending({ ...full, reporter: 'under-18', exclude: 'police' }),
  ],
  ['receipt of one tick', 202, 'report:receipt.title', sendingChecked(oneTick)],
  ['receipt of the same report again', 200, 'report:receipt.again', sendingTwice(full)],
  ['in danger now', 409, problem('signposted.emergency'), sending({ ...full, danger: 'yes' })],
  ['a professional', 409, problem('signposted.professional'), sending({ ...full, reporter: 'professional' })],
  ['outside the area', 409, problem('signposted.outside'), sending({ ...typed, area: 'outside' })],
  ['only about pay', 409, problem('signposted.payOnly'), sending({ ...typed, concern: 'pay-only', area: 'leicester' })],
  ['my own pay', 409, problem('signposted.work'), sending({ ...typed, concern: 'pay-only', reporter: 'affected' })],
  [
    'only about safety',
    409,
    problem('signposted.safetyOnly'),
    sending({ ...typed, concern: 'safety-only', area: 'rutland' }),
  ],
  ['everyone left out', 409, problem('signposted.leftOut'), leavingOutAll(full)],
  ['too many fields', 413, problem('too-large'), sending({ ...full, care: Array.from({ length: 300 }, () => 'yes') })],
  ['what is no form', 415, problem('wrong-type'), sending({}, noForm)],
  ['an address that is only posted to', 405, problem('wrong-method'), (site) => fetch(`${site}/api/answers`)],
  ['a form of another site', 403, problem('other-site'), sending(oneTick, notOurs)],
  [
    'sign check of an urgent sign',
    200,
    'report:signCheck.call-999.text',
    sending({ signs: 'cannot-leave', step: 'signs' }),
  ],
  ['sign check of control', 200, 'report:signCheck.tell-today.text', sending({ signs: 'debt', step: 'signs' })],
  [
    'sign check of one sign',
    200,
    'report:signCheck.worth-telling.text',
    sending({ signs: 'long-hours', step: 'signs' }),
  ],
  ['sign check of nothing', 200, 'report:signCheck.nothing-ticked.text', sending({ locale: 'en', step: 'signs' })],
];

/** Every kind of page that the function answers with while it takes reports and its store is well. */
export const everyAnswer: readonly AnswerKind[] = [...ofEachForm, ...others].map(([name, status, says, ask]) => ({
  name,
  status,
  says,
  ask,
}));
