import { describe, expect, test } from 'vitest';
import { agencyKeyLines } from '../../../functions/report/commands/agency-key-lines.ts';
import { brokenReferences } from '../../../functions/report/commands/broken-references.ts';
import { check } from '../../../functions/report/commands/check.ts';
import { shownFacts, staleFacts } from '../../../functions/report/commands/unverified-facts.ts';
import type { Agency } from '../../../functions/report/contract/model.ts';
import { model } from '../../../functions/report/model.ts';
import { aMailbox } from '../../support/a-handler.ts';
import { aKeyPair } from '../../support/openpgp/agency-keys.ts';

const agency: Agency = {
  id: 'helpline',
  kind: 'charity',
  phones: [
    { number: '+448000121700', kind: 'voice', confidence: 'C', verified: '2027-01-31', source: [] },
    { number: '101', kind: 'voice', confidence: 'V', verified: null, source: [] },
  ],
  hours: { text: '24/7', verified: null },
  verified: null,
  source: [],
};

describe('the facts on our pages', () => {
  test('are the numbers that the public can see, and hours', () => {
    expect(shownFacts([agency])).toEqual([
      { agency: 'helpline', what: 'voice 0800 0121 700', verified: '2027-01-31' },
      { agency: 'helpline', what: 'hours 24/7', verified: null },
    ]);
  });

  test('of a body that the public never sees are left out', () => {
    expect(
      shownFacts([
        { ...agency, audience: 'professional' },
        { ...agency, neverRoute: true },
      ]),
    ).toEqual([]);
  });

  test.each<[day: string, stale: number]>([
    ['2027-07-31', 1],
    ['2027-08-01', 2],
  ])('on %s, %s of them were not checked in the last six months', (day, stale) => {
    expect(staleFacts(shownFacts([agency]), new Date(`${day}T09:00:00Z`))).toHaveLength(stale);
  });
});

describe('a name that leads nowhere', () => {
  test('is not in our content', () => expect(brokenReferences(model)).toEqual([]));

  test('is found in a rule, an offer, a condition and a sign', () => {
    const agencies = model.agencies.filter(({ id }) => !['helpline', 'children-rutland'].includes(id));
    const places = model.places.filter(({ id }) => id !== 'garment-factory');
    const broken = brokenReferences({ ...model, agencies, places }).join('\n');
    expect(broken).toMatch(/Rule 12-not-sure names helpline: add it to agencies\.yaml/);
    expect(broken).toMatch(/Rule 7-child names children-rutland/);
    expect(broken).toMatch(/The offers of routes\.yaml names helpline/);
    expect(broken).toMatch(/routes\.yaml names the place garment-factory/);
  });

  test('is found where a rule names a body that takes nothing', () => {
    const agencies = model.agencies.map((one) => (one.id === 'police' ? { ...one, neverRoute: true as const } : one));
    expect(brokenReferences({ ...model, agencies }).join('\n')).toMatch(/Rule 12-not-sure names police/);
  });
});

describe('npm run check', () => {
  async function run(args: readonly string[], env: Record<string, string> = {}, now = new Date('2027-03-01')) {
    const lines: string[] = [];
    const code = await check({ args, env, folder: '.', now, print: (line) => lines.push(line) });
    return { code, text: lines.join('\n') };
  }

  test('says that a demo is one, and is content with it', async () => {
    const { code, text } = await run([]);
    expect(code).toBe(0);
    expect(text).toContain('This is a demo');
    expect(text).toContain('Intake is open, for the demo.');
  });

  test('lists every number that nobody has dialled', async () => {
    const { text } = await run([]);
    const unchecked = staleFacts(shownFacts(model.agencies), new Date('2027-03-01'));
    expect(text).toContain(`not checked in the last six months: ${unchecked.length}`);
    for (const { agency: id, what } of unchecked) expect(text).toContain(`- ${id}: ${what}, `);
  });

  test('with --launch fails while a number was not dialled within six months, and names it', async () => {
    const { code, text } = await run(['--launch']);
    expect(code).toBe(1);
    expect(text).toMatch(/- emergency: voice 999, never checked[\s\S]+Not ready to launch: dial/);
  });

  test('says every reason why intake is shut', async () => {
    const { code, text } = await run([], { SMTP_URL: 'smtps://m.example', MAIL_FROM: 'a@b.example' });
    expect(code).toBe(0);
    expect(text).toMatch(
      /Intake is shut[\s\S]+ALERT_TO is not set[\s\S]+Rule 12-not-sure mails nobody: give police or helpline/,
    );
    expect(text).toContain('SITE_URL is not https');
  });

  test.each([
    ['in DATA_DIR', {}],
    ['in PostgreSQL (DATABASE_URL)', { DATABASE_URL: 'postgresql://signs:hidden@db.example/signs' }],
    ['nowhere', { STORE: 'send-through' }],
  ])('says that reports wait %s, and no password', async (where, env) => {
    const { text } = await run([], { SMTP_URL: 'smtps://m.example', MAIL_FROM: 'a@b.example', ...env });
    expect(text).toMatch(new RegExp(`Reports wait .*${where.replace(/[()]/g, '\\$&')}`));
    expect(text).not.toContain('hidden');
  });

  test('stops at a wrong setting with its sentence', async () => {
    await expect(run([], { PORT: 'x' })).rejects.toThrow(/^Set PORT to a number/);
  });
});

test.each([
  [
    'runs out within a month',
    '2027-03-01',
    'The OpenPGP key of police runs out within 30 days: ask them for their next one now.',
  ],
  ['has run out', '2027-04-01', 'The OpenPGP key of police has run out: reports for them wait'],
])('a key that %s is one line', async (_about, day, line) => {
  const recipients = new Map([['police', aMailbox({ openpgp: (await aKeyPair({ days: 80 })).publicKey })]]);
  expect(await agencyKeyLines(recipients, new Date(day))).toEqual([expect.stringContaining(line)]);
});

test('a key that lasts is not spoken of, and no key neither', async () => {
  const { publicKey: openpgp } = await aKeyPair({ days: 80 });
  const recipients = new Map([
    ['police', aMailbox({ openpgp })],
    ['helpline', aMailbox()],
  ]);
  expect(await agencyKeyLines(recipients, new Date('2027-02-01'))).toEqual([]);
});
