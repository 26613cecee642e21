import type { DeliveryResult } from './mail.ts';

/** What nodemailer says of an attempt that failed. Every field may be missing. */
export interface SmtpFailure {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly permanent?: boolean | undefined;
  readonly originalCode?: string | undefined;
  readonly timeoutType?: string | undefined;
}

/** What to do, and whether this relay is at fault, so that another one may do better at once. */
export interface Judged {
  readonly result: DeliveryResult;
  readonly tryNextRelay: boolean;
}

const tlsFaults = /^(ERR_TLS_\w+|ERR_SSL_\w+|\w*CERT\w*|UNABLE_TO_\w+|DEPTH_ZERO_\w+)$/;

/** No encryption that we trust came about: stripped, too old, or with a certificate of somebody else. */
export const isTlsFault = ({ code, originalCode, timeoutType }: SmtpFailure): boolean =>
  ['ETLS', 'EREQUIRETLS'].includes(code ?? '') ||
  timeoutType === 'UPGRADE_TIMEOUT' ||
  tlsFaults.test(originalCode ?? '') ||
  tlsFaults.test(code ?? '');

const retry = (ambiguous: boolean, code: string): DeliveryResult => ({ outcome: 'retry', ambiguous, code });

/** Replies about us and our password, not about this mail: the operator mends the relay and nothing is lost meanwhile. */
const aboutLogin = [454, 530, 534, 535, 538];

/** The server has judged this mail or this mailbox: an answer to RCPT or DATA. */
const aboutMail = ({ code, command, responseCode }: SmtpFailure): boolean =>
  (code === 'EENVELOPE' || code === 'EMESSAGE') &&
  (command !== 'MAIL FROM' || responseCode === 552) &&
  !aboutLogin.includes(responseCode ?? 0);

const replied = ({ responseCode }: SmtpFailure): boolean => responseCode !== undefined && responseCode >= 400;

const waitsBeforeMail = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'];
const faultsBeforeMail = ['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EPROXY', 'ECONFIG', 'EREQUIRETLS'];
const socketFaultsBeforeMail =
  /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENOTFOUND|EAI_\w+|ERR_TLS_\w+|ERR_SSL_\w+|\w*CERT\w*|UNABLE_TO_\w+|DEPTH_ZERO_\w+)$/;

/** Ended while connecting, securing or logging in: no word of the mail was sent. */
const neverSent = ({ code, originalCode, timeoutType }: SmtpFailure): boolean =>
  waitsBeforeMail.includes(timeoutType ?? '') ||
  faultsBeforeMail.includes(code ?? '') ||
  socketFaultsBeforeMail.test(originalCode ?? '');

/** Ours to mend: nodemailer refused the envelope before it said a word to the server. */
const neverStarted = ({ code, command, responseCode }: SmtpFailure): boolean =>
  responseCode === undefined && code === 'EENVELOPE' && command === 'API';

/**
 * First row that fits wins. The last row is every end without a reply: the mail may have arrived, and no field tells
 * which (delivery.md 3.2), so the next attempt says that it may be a second copy.
 */
const rows: readonly { when(failure: SmtpFailure): boolean; judge(code: string): Judged }[] = [
  {
    when: (failure) => replied(failure) && failure.permanent === true && aboutMail(failure),
    judge: (code) => ({ result: { outcome: 'dead', code }, tryNextRelay: false }),
  },
  {
    when: (failure) => replied(failure) && aboutMail(failure),
    judge: (code) => ({ result: retry(false, code), tryNextRelay: false }),
  },
  {
    when: (failure) => replied(failure) || neverSent(failure),
    judge: (code) => ({ result: retry(false, code), tryNextRelay: true }),
  },
  { when: neverStarted, judge: (code) => ({ result: retry(false, code), tryNextRelay: false }) },
  { when: () => true, judge: (code) => ({ result: retry(true, code), tryNextRelay: false }) },
];

/** What a failed attempt means for the envelope. Pure; the table is delivery.md 3.2. */
export function judgeFailure(failure: SmtpFailure): Judged {
  const row = rows.find(({ when }) => when(failure));
  if (row === undefined) throw new Error('No row fits: the last row of the table must fit everything.');
  return row.judge(codeOf(failure));
}

/** `EENVELOPE-550` and the like: words of a closed set and a number, never what the server wrote. */
const codeOf = ({ code, responseCode }: SmtpFailure): string => {
  const word = code !== undefined && /^[A-Z]{3,16}$/.test(code) ? code : 'EUNKNOWN';
  return responseCode === undefined ? word : `${word}-${responseCode}`;
};
