import { expect, test } from 'vitest';
import { whyUnusable } from '../../../functions/report/outbox/postgres/unusable-database.ts';

const withMore = (more: object) => Object.assign(new Error('at postgres://user:canary@db'), more);

test.each<[about: string, fault: unknown, why: string | undefined]>([
  ['what the server says', Object.assign(new Error('no such role'), { severity: 'FATAL' }), 'no such role'],
  ['the code of the network, never its words', withMore({ code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  ['that nobody answered', new Error('Connection terminated unexpectedly'), 'no answer'],
  ['nothing for a sentence of ours', new Error('Intake can read private keys: use another login.'), undefined],
  ['that it is unknown', 'thrown text', 'unknown'],
])('an operator is told %s', (_about, fault, why) => expect(whyUnusable(fault)).toBe(why));
