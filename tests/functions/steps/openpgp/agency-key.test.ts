import { expect, test } from 'vitest';
import { agencyKey } from '../../../../functions/report/steps/openpgp/agency-key.ts';
import { unusableKeys } from '../../../../functions/report/steps/openpgp/key-problems.ts';
import { aMailbox } from '../../../support/a-handler.ts';
import { aKeyPair, cutKey, revokedKey } from '../../../support/openpgp/agency-keys.ts';

const good = await aKeyPair();
const short = await aKeyPair({ days: 40 });
const now = new Date('2027-02-15T12:00:00Z');
const problemOf = async (armoured: string, at = now) => {
  const key = await agencyKey(armoured, at);
  return key.ok ? 'none' : key.problem;
};

test('a key that can encrypt is used', async () => {
  expect(await problemOf(good.publicKey)).toBe('none');
});

test.each<[about: string, armoured: () => Promise<string>, problem: string]>([
  ['that is only words', async () => 'abc', 'malformed'],
  ['that is empty', async () => '', 'malformed'],
  ['of which half is missing', async () => cutKey(good), 'malformed'],
  ['that is the private half', async () => good.privateKey, 'malformed'],
  ['that was revoked', revokedKey, 'revoked'],
  ['that has run out', async () => short.publicKey, 'expired'],
  ['that only signs', async () => (await aKeyPair({ signing: true })).publicKey, 'cannot-encrypt'],
])('F34: a key %s is found out', async (...[, armoured, problem]) => {
  expect(await problemOf(await armoured())).toBe(problem);
});

test('a key is asked anew at each moment, since it may run out while the site runs', async () => {
  expect(await problemOf(short.publicKey, new Date('2027-02-09T12:00:00Z'))).toBe('none');
  expect(await problemOf(short.publicKey, new Date('2027-02-10T12:00:00Z'))).toBe('expired');
});

test('of all agencies those are named whose key cannot be used, and none without a key', async () => {
  const recipients = new Map([
    ['police', aMailbox({ openpgp: short.publicKey })],
    ['helpline', aMailbox({ openpgp: good.publicKey })],
    ['victim-support', aMailbox()],
  ]);
  expect(await unusableKeys(recipients, now)).toEqual([{ agency: 'police', problem: 'expired' }]);
});
