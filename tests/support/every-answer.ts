import { paths } from '../../functions/report/contract/paths.ts';
import { type Ask, type Given, leavingOutAll, sending, sendingChecked, sendingTwice } from './ask-function.ts';
import { languages } from './words-of.ts';

/** One kind of page that the function answers a browser with, and how to get it from a running site. */
export interface AnswerKind {
  readonly name: string;
  /** The id of the language it is in. */
  readonly locale: string;
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
const oneTick: Given = { signs: 'debt', area: 'leicester' };
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
const problem = (code: string): string => `report:problem.${code}.text`;

type Said = (given: Given) => Given;

const rowsIn = (said: Said): readonly Row[] => [
  ...variants.flatMap((reporter) => ofForm(said, reporter)),
  ...ofChecks(said),
  ...ofSignposts(said),
  ...ofSignChecks(said),
];

function ofForm(said: Said, reporter: (typeof variants)[number]): readonly Row[] {
  const own = said({ ...full, reporter });
  const rows: readonly Row[] = [
    ['form with everything on it', 200, `report:form.${reporter}.title`, sending({ ...own, step: 'place' })],
    ['form with errors', 422, 'report:errors.title', sending(said({ ...wrong, reporter, step: 'check' }))],
    ['form with nothing said', 422, 'report:errors.nothingSaid', sending(said({ reporter, contact: 'after six' }))],
    ['check page', 200, 'report:check.lead', sending({ ...own, step: 'check' })],
    ['receipt', 202, 'report:receipt.title', sendingChecked(own)],
  ];
  return rows.map(([name, ...rest]): Row => [`${name}, ${reporter}`, ...rest]);
}

function ofChecks(said: Said): readonly Row[] {
  const [one, all] = [said(oneTick), said(full)];
  const noPolice = { exclude: 'police' };
  const old = { step: 'send', token: 'x' };
  return [
    ['check page of one tick', 200, 'report:check.lead', sending(one)],
    [
      'check page with the police left out',
      200,
      'report:check.leftOut',
      sending({ ...all, ...noPolice, reporter: 'affected' }),
    ],
    ['check page whose cards changed', 200, 'report:check.changed', sendingChecked(one, noPolice)],
    ['check page that was open too long', 422, 'report:check.oldPage', sending({ ...all, ...old })],
    [
      'check page that keeps the police in',
      422,
      'report:check.cannotLeaveOut',
      sending({ ...all, ...noPolice, reporter: 'under-18' }),
    ],
    ['receipt of one tick', 202, 'report:receipt.title', sendingChecked(one)],
    ['receipt of the same report again', 200, 'report:receipt.again', sendingTwice(all)],
  ];
}

function ofSignposts(said: Said): readonly Row[] {
  const [all, words] = [said(full), said(typed)];
  const tooMany = Array.from({ length: 300 }, () => 'yes');
  const sent: readonly (readonly [name: string, reason: string, ask: Ask])[] = [
    ['in danger now', 'emergency', sending({ ...all, danger: 'yes' })],
    ['a professional', 'professional', sending({ ...all, reporter: 'professional' })],
    ['outside the area', 'outside', sending({ ...words, area: 'outside' })],
    ['only about pay', 'payOnly', sending({ ...words, concern: 'pay-only', area: 'leicester' })],
    ['my own pay', 'work', sending({ ...words, concern: 'pay-only', reporter: 'affected' })],
    ['only about safety', 'safetyOnly', sending({ ...words, concern: 'safety-only', area: 'rutland' })],
    ['everyone left out', 'leftOut', leavingOutAll(all)],
  ];
  return [
    ...sent.map(([name, reason, ask]): Row => [name, 409, problem(`signposted.${reason}`), ask]),
    ['too many fields', 413, problem('too-large'), sending({ ...all, care: tooMany })],
  ];
}

function ofSignChecks(said: Said): readonly Row[] {
  const sent: readonly (readonly [name: string, level: string, signs: Given])[] = [
    ['an urgent sign', 'call-999', { signs: 'cannot-leave' }],
    ['control', 'tell-today', { signs: 'debt' }],
    ['one sign', 'worth-telling', { signs: 'long-hours' }],
    ['nothing', 'nothing-ticked', {}],
  ];
  return sent.map(([name, level, signs]) => [
    `sign check of ${name}`,
    200,
    `report:signCheck.${level}.text`,
    sending(said({ ...signs, step: 'signs' })),
  ]);
}

/** Nothing of these requests is read, so what the browser asks for is all that tells the reader's language. */
function ofUnread(locale: string): readonly Row[] {
  const speaks = { 'accept-language': locale };
  const notOurs = { headers: { ...speaks, origin: 'https://other.example' } };
  const noForm = { body: 'words', headers: { ...speaks, 'content-type': 'text/plain' } };
  const got: Ask = (site) => fetch(`${site}${paths.post}`, { headers: speaks });
  return [
    ['what is no form', 415, problem('wrong-type'), sending({}, noForm)],
    ['an address that is only posted to', 405, problem('wrong-method'), got],
    ['a form of another site', 403, problem('other-site'), sending(oneTick, notOurs)],
  ];
}

/** Every kind of page that the function answers with in one language, while it takes reports and its store is well. */
export function answersIn(locale: string): readonly AnswerKind[] {
  const rows = [...rowsIn((given) => ({ locale, ...given })), ...ofUnread(locale)];
  return rows.map(([name, status, says, ask]) => ({
    name: locale === 'en' ? name : `${locale}: ${name}`,
    locale,
    status,
    says,
    ask,
  }));
}

/** The same in every language, English first. */
export const everyAnswer: readonly AnswerKind[] = languages.flatMap(({ id }) => answersIn(id));
