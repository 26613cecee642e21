import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { textLimits } from '../../../functions/report/contract/answers.ts';
import type { RecipientSetting } from '../../../functions/report/contract/recipient-setting.ts';
import { upkeep } from '../../../functions/report/courier/upkeep.ts';
import { aMailbox, jsonPost } from '../../support/a-handler.ts';
import { hour, minute } from '../../support/a-sealed-report.ts';
import { operator } from '../../support/courier-kit.ts';
import { recordFault } from '../../support/faults/record-fault.ts';
import { aKeyPair, cutKey, decrypted, revokedKey } from '../../support/openpgp/agency-keys.ts';
import { canary, sealedSite } from '../../support/openpgp/sealed-site.ts';
import { disguises, filesHolding, holds } from '../../support/plaintext-scan.ts';

const pair = await aKeyPair();
const police = (over: Partial<RecipientSetting> = {}) =>
  new Map([['police', aMailbox({ email: 'desk@police.example', ...over })]]);
const withKey = police({ openpgp: pair.publicKey });

type Site = Awaited<ReturnType<typeof sealedSite>>;

/** The mails that agencies got, not the operator. */
const reports = ({ server }: Site) => server.mails.filter(({ to }) => !to.includes(operator));

/** Nothing that left, and nothing that lies on the disk or in the log, has the canary in any form. */
function expectNoCanary({ server, tap, handler, events }: Site): void {
  const needles = disguises(canary);
  expect(server.mails.map(({ raw }) => holds(Buffer.from(raw, 'latin1'), needles))).toEqual(
    server.mails.map(() => false),
  );
  expect(holds(tap.sent(), needles)).toBe(false);
  expect(filesHolding(handler.dataDir, canary)).toEqual([]);
  expect(JSON.stringify([events, handler.log])).not.toContain(canary);
}

test('a report for an agency with a key arrives so that only the holder of the key reads it', async () => {
  const site = await sealedSite(withKey);
  expect(await site.tell()).toBe(202);
  await site.courierWith(withKey).look();
  const [mail] = reports(site);
  expect(mail?.to).toEqual(['desk@police.example']);
  expectNoCanary(site);
  const inside = await simpleParser(await decrypted(mail?.raw ?? '', pair));
  expect(inside.text).toContain(`| ${canary} details`);
});

test('the mail is PGP/MIME as other programs read it', async () => {
  const site = await sealedSite(withKey);
  await site.tell();
  await site.courierWith(withKey).look();
  const raw = reports(site)[0]?.raw ?? '';
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const type = /^Content-Type: (multipart\/encrypted;(?:.*\r\n[ \t])*.*)$/m.exec(head)?.[1]?.replaceAll(/\s+/g, ' ');
  expect(type).toMatch(/protocol="application\/pgp-encrypted"/);
  const boundary = /boundary="([^"]+)"/.exec(type ?? '')?.[1] ?? '';
  const parts = body.join('\r\n\r\n').split(`--${boundary}`);
  expect(parts).toHaveLength(4);
  expect(parts[1]).toMatch(/Content-Type: application\/pgp-encrypted\r\n[\s\S]*\r\n\r\nVersion: 1\r\n/);
  expect(parts[2]).toMatch(/Content-Type: application\/octet-stream[\s\S]*\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n/);
  expect(parts[3]?.trim()).toBe('--');
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
});

test('what the courier can open of it is locked for the agency already', async () => {
  const site = await sealedSite(withKey);
  await site.tell();
  const [claim] = await site.handler.courierStore.outbox.claim(site.time.now, 1);
  const box = claim === undefined ? '' : await site.openedBox(claim);
  expect(box).toContain('BEGIN PGP MESSAGE');
  expect(holds(Buffer.from(box), disguises(canary))).toBe(false);
});

test('what leaves is what was sealed, byte for byte, so that every attempt is the same mail', async () => {
  const site = await sealedSite(withKey);
  await site.tell();
  const { outbox } = site.handler.courierStore;
  const [claim] = await outbox.claim(site.time.now, 1);
  if (claim === undefined) expect.fail();
  const { encrypted } = JSON.parse(await site.openedBox(claim));
  await outbox.retry(claim, site.time.now, false);
  await site.courierWith(withKey).look();
  expect(encrypted).toMatch(/^-----BEGIN PGP MESSAGE-----/);
  expect(reports(site)[0]?.raw.replaceAll('\r\n', '\n')).toContain(encrypted.replaceAll('\r\n', '\n').trim());
});

test('the longest report there can be, with its coded answers, is taken for an agency with a key', async () => {
  const site = await sealedSite(police({ openpgp: pair.publicKey, json: true }));
  const longest = Object.fromEntries(Object.entries(textLimits).map(([name, limit]) => [name, '𓀀'.repeat(limit)]));
  const answers = { locale: 'en', place: 'garment-factory', signs: ['documents-or-money-held'], area: 'leicester' };
  const post = jsonPost({ ...answers, ...longest }, { 'idempotency-key': '3f0c8a52-7f0e-4d5b-9a63-0a1b2c3d4e5f' });
  expect((await site.handler.handle(post)).status).toBe(202);
});

const unusable: readonly (readonly [about: string, key: () => Promise<string>])[] = [
  ['malformed', async () => cutKey(pair)],
  ['expired', async () => (await aKeyPair({ days: 10 })).publicKey],
  ['revoked', revokedKey],
  ['without encryption', async () => (await aKeyPair({ signing: true })).publicKey],
];

test.each(unusable)(
  'F34: with a key that is %s the report is taken and held, the operator is told, and it never leaves in the clear',
  async (about, key) => {
    const recipients = police({ openpgp: await key() });
    const site = await sealedSite(recipients);
    expect(await site.tell()).toBe(202);
    const { look } = site.courierWith(recipients);
    for (let turn = 0; turn < 50; turn += 1) {
      await look();
      site.time.now += 10 * minute;
    }
    expect(reports(site)).toEqual([]);
    expect(await site.handler.courierStore.outbox.stats(site.time.now)).toMatchObject({ due: 1, dead: 0 });
    const [alert] = await site.server.took(1);
    expect(alert).toMatchObject({ to: [operator], raw: expect.stringContaining('waits for the key of an agency') });
    expectNoCanary(site);
    recordFault({
      row: 'F34',
      adapter: 'unit',
      injected: `key ${about}`,
      times: 1,
      result: 'held, alert, nothing in the clear',
    });
  },
);

test.each(unusable)(
  'F34: a report held for a key that is %s leaves encrypted once the courier starts with a good one',
  async (about, key) => {
    const recipients = police({ openpgp: await key() });
    const site = await sealedSite(recipients);
    await site.tell();
    await site.courierWith(recipients).look();
    site.time.now += 10 * minute;
    await site.courierWith(withKey).look();
    const mails = reports(site);
    expect(mails).toHaveLength(1);
    expect((await simpleParser(await decrypted(mails[0]?.raw ?? '', pair))).text).toContain(`| ${canary} details`);
    expectNoCanary(site);
    recordFault({
      row: 'F34',
      adapter: 'unit',
      injected: `key ${about}, then mended`,
      times: 1,
      result: 'sent encrypted',
    });
  },
);

test('a held report stays held when the key is taken out of the list of mailboxes', async () => {
  const site = await sealedSite(police({ openpgp: 'abc' }));
  await site.tell();
  const { look } = site.courierWith(police());
  for (let turn = 0; turn < 5; turn += 1) {
    await look();
    site.time.now += 10 * minute;
  }
  expect(reports(site)).toEqual([]);
  expectNoCanary(site);
});

test('a report that was taken before the agency had a key is encrypted to it before it leaves', async () => {
  const site = await sealedSite(police());
  await site.tell();
  await site.courierWith(withKey).look();
  expect(await decrypted(reports(site)[0]?.raw ?? '', pair)).toContain('text/plain');
  expectNoCanary(site);
});

test('the operator is told at the start and then daily of a key that cannot be used', async () => {
  const recipients = police({ openpgp: 'abc' });
  const site = await sealedSite(recipients);
  const { courier, alerts } = site.courierWith(recipients);
  const store = site.handler.courierStore;
  const keys = { publish: async () => {}, privateKey: async () => undefined, shred: async () => 0 };
  const keep = upkeep({ store, keys, courier, alerts, recipients, log: (event) => void site.events.push(event) });
  for (const [after, count] of [
    [0, 1],
    [23, 1],
    [24, 2],
  ] as const) {
    await keep(site.time.now + after * hour);
    while (site.events.filter(({ outcome }) => outcome === 'sent').length < count) await new Promise(setImmediate);
    expect(site.server.mails).toHaveLength(count);
  }
  expect(site.server.mails[0]?.raw).toContain("an agency's key cannot be used");
});
