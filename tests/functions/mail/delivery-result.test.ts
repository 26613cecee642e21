import { expect, test } from 'vitest';
import { judgeFailure, type SmtpFailure } from '../../../functions/report/mail/delivery-result.ts';

type Word = 'dead' | 'retry' | 'retry elsewhere' | 'retry, may have arrived';

const wordFor = (failure: SmtpFailure): Word => {
  const { result, tryNextRelay } = judgeFailure(failure);
  if (result.outcome !== 'retry') return 'dead';
  if (result.ambiguous) return 'retry, may have arrived';
  return tryNextRelay ? 'retry elsewhere' : 'retry';
};

const at = (command: string, responseCode: number, code = 'EENVELOPE'): SmtpFailure => ({
  ...{ code, command, responseCode },
  permanent: responseCode >= 500 && responseCode !== 503,
});

test.each<[about: string, failure: SmtpFailure, word: Word]>([
  ['greylisted', at('RCPT TO', 451), 'retry'],
  ['mailbox full', at('RCPT TO', 452), 'retry'],
  ['no such mailbox', at('RCPT TO', 550), 'dead'],
  ['the text refused for now', at('DATA', 452, 'EMESSAGE'), 'retry'],
  ['the text refused', at('DATA', 552, 'EMESSAGE'), 'dead'],
  ['too large, said at once', at('MAIL FROM', 552), 'dead'],
  ['our sender refused by this relay', at('MAIL FROM', 550), 'retry elsewhere'],
  ['a wrong password', at('AUTH PLAIN', 535, 'EAUTH'), 'retry elsewhere'],
  ['log in first', at('RCPT TO', 530), 'retry elsewhere'],
  ['commands out of order', at('RCPT TO', 503), 'retry'],
  ['going down', at('CONN', 421, 'ECONNECTION'), 'retry elsewhere'],
  ['not a mail server for us', at('CONN', 554, 'EPROTOCOL'), 'retry elsewhere'],
  ['nobody listens', { code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }, 'retry elsewhere'],
  ['no such host', { code: 'EDNS', command: 'CONN' }, 'retry elsewhere'],
  ['no greeting', { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT', command: 'CONN' }, 'retry elsewhere'],
  ['no TLS', { code: 'ETLS', command: 'CONN' }, 'retry elsewhere'],
  ['expired', { code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED' }, 'retry elsewhere'],
  ['unknown authority', { code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'retry elsewhere'],
  ['wrong name', { code: 'ESOCKET', originalCode: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'retry elsewhere'],
  ['cut without a word', { code: 'ECONNECTION', command: 'CONN' }, 'retry, may have arrived'],
  ['reset', { code: 'ESOCKET', originalCode: 'ECONNRESET', command: 'CONN' }, 'retry, may have arrived'],
  ['silence', { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT', command: 'CONN' }, 'retry, may have arrived'],
  ['our own deadline', { code: 'EABORT' }, 'retry, may have arrived'],
  ['an address that is none', { code: 'EENVELOPE', command: 'API' }, 'retry'],
  ['anything else', {}, 'retry, may have arrived'],
])('%s: %o is judged', (_about, failure, word) => expect(wordFor(failure)).toBe(word));

test('the code says the class and the number, and never what the server wrote', () => {
  expect(judgeFailure(at('RCPT TO', 550)).result).toEqual({ outcome: 'dead', code: 'EENVELOPE-550' });
  expect(judgeFailure({ code: 'desk@police.example' }).result).toMatchObject({ code: 'EUNKNOWN' });
  expect(judgeFailure({}).result).toMatchObject({ code: 'EUNKNOWN' });
});
