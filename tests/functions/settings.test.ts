import { describe, expect, test } from 'vitest';
import { readSecret } from '../../functions/report/settings/read-secret.ts';
import { SettingsError } from '../../functions/report/settings/settings-error.ts';
import { readSettings } from '../../functions/report/settings.ts';

const agencies = { all: ['police', 'helpline', 'crimestoppers'], mailed: ['police', 'helpline'] };
const recipientsFile = `
police:
  email: reports@police.example
  backup_email: control@police.example
  reads: 24/7
  agreed: 2027-01-31
  tested: 2027-02-01
helpline:
  email: reports@helpline.example
  reads: Mon-Fri 09:00-17:00
  agreed: 2027-01-31
`;
const secret = Buffer.alloc(32, 7).toString('base64');
const password = 'hunter2-canary';
const live = {
  SMTP_URL: `smtps://site:${password}@mail.example.org:465`,
  MAIL_FROM: 'signs@example.org',
  RECIPIENTS_FILE: 'private/recipients.yaml',
};

const alwaysRead = 'police: { email: a@b.example, reads: 24/7, agreed: 2027-01-31, tested: 2027-02-01 }';
const { RECIPIENTS_FILE: _file, ...mailOnly } = live;
const sendingThrough = { ...mailOnly, STORE: 'send-through', RECIPIENTS: alwaysRead };

const read = (env: Record<string, string | undefined>, file = recipientsFile) =>
  readSettings(env, () => file, agencies);

/** What a start with these settings says, or `undefined` when it goes ahead. */
async function refusal(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message;
  }
}

describe('with nothing set', async () => {
  const settings = await read({});

  test('the site is a demo on this machine', async () => {
    expect(settings).toMatchObject({
      demo: true,
      host: '127.0.0.1',
      port: 4321,
      intake: 'open',
      releaseDelaySeconds: 0,
    });
    expect(settings.siteUrl.href).toBe('http://localhost:4321/');
    expect(settings.draftLanguages).toBe('all');
    expect(settings.mail.relays).toEqual([]);
  });

  test('every agency a rule can name has an invented mailbox and no other agency has one', async () => {
    expect([...settings.recipients].map(([id, { email, reads }]) => [id, email, reads])).toEqual([
      ['police', 'police@demo.invalid', '24/7'],
      ['helpline', 'helpline@demo.invalid', '24/7'],
    ]);
  });
});

describe('with a real mail server', () => {
  test('mailboxes come from the file, with their hours and dates', async () => {
    const { demo, recipients, mail, releaseDelaySeconds, draftLanguages } = await read(live);
    expect({ demo, releaseDelaySeconds, draftLanguages }).toEqual({
      demo: false,
      releaseDelaySeconds: 900,
      draftLanguages: [],
    });
    expect(mail).toEqual({ relays: [live.SMTP_URL], from: 'signs@example.org', alertTo: undefined });
    expect(recipients.get('police')).toEqual({
      email: 'reports@police.example',
      backupEmail: 'control@police.example',
      reads: '24/7',
      agreed: '2027-01-31',
      tested: '2027-02-01',
      acknowledges: false,
      json: false,
    });
    expect(recipients.get('helpline')?.tested).toBeUndefined();
  });

  test("an agency's key is kept as it stands there, and one that cannot be used does not stop the site for the others", async () => {
    const key = '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nabc\n-----END PGP PUBLIC KEY BLOCK-----\n';
    const indented = key.replaceAll(/^(?=.)/gm, '      ');
    const { recipients } = await read(live, `${recipientsFile}  openpgp: |\n${indented}`);
    expect([...recipients.values()].map(({ openpgp }) => openpgp)).toEqual([undefined, key]);
  });

  test('the same file can be given whole', async () => {
    const { RECIPIENTS_FILE: _file, ...rest } = live;
    const [whole, file] = await Promise.all([read({ ...rest, RECIPIENTS: recipientsFile }), read(live)]);
    expect(whole.recipients).toEqual(file.recipients);
  });

  test('without a file for mailboxes nobody has one', async () => {
    expect((await read({ ...live, RECIPIENTS_FILE: '' })).recipients.size).toBe(0);
  });

  test('languages to show as drafts, and no proxy, are read', async () => {
    const { draftLanguages, trustedProxyHops } = await read({
      ...live,
      DRAFT_LANGUAGES: 'gu, zh-hant',
      TRUSTED_PROXY: 'none',
    });
    expect({ draftLanguages, trustedProxyHops }).toEqual({ draftLanguages: ['gu', 'zh-hant'], trustedProxyHops: 0 });
  });

  test('a second mail server is tried after the first', async () => {
    const env = { ...live, SMTP_URL_2: 'smtp://relay.example.org:587' };
    expect((await read(env)).mail.relays).toEqual([live.SMTP_URL, 'smtp://relay.example.org:587']);
  });
});

describe('where reports wait', () => {
  const url = 'postgresql://intake:canary@db.example:5432/signs';
  test.each<[about: string, env: Record<string, string>, store: unknown]>([
    ['is a file on this machine unless something else is said', {}, { kind: 'embedded' }],
    ['is the database that is named', { DATABASE_URL: url }, { kind: 'postgres', url }],
    ['is the database when both are said', { DATABASE_URL: url, STORE: 'postgres' }, { kind: 'postgres', url }],
    [
      'is a file when that is said, although a database is named',
      { DATABASE_URL: url, STORE: 'embedded' },
      { kind: 'embedded' },
    ],
    [
      "is intake's login, whoever else has one",
      { DATABASE_URL: url, COURIER_DATABASE_URL: 'postgres://c@d/e' },
      { kind: 'postgres', url },
    ],
    ['is nowhere when every report is handed on at once', sendingThrough, { kind: 'send-through' }],
  ])('%s', async (...[, env, store]) => expect((await read(env)).store).toEqual(store));

  test('where it is nowhere, no mail is delayed', async () => {
    expect((await read(sendingThrough)).releaseDelaySeconds).toBe(0);
  });
});

describe('one wrong setting stops the start with one sentence that says what to set', () => {
  test.each<[about: string, env: Record<string, string>, hint: string]>([
    ['a port that is a word', { PORT: 'web' }, 'Set PORT to a number from 1 to 65535.'],
    ['a port that is too high', { PORT: '70000' }, 'Set PORT'],
    ['a site address with a path', { SITE_URL: 'https://example.org/signs' }, 'Set SITE_URL'],
    ['a site address without https', { SITE_URL: 'example.org' }, 'Set SITE_URL'],
    ['a site address with a password', { SITE_URL: 'https://a:b@example.org' }, 'Set SITE_URL'],
    ['an unknown store', { STORE: 'redis' }, 'Set STORE'],
    ['PostgreSQL without its address', { STORE: 'postgres' }, 'STORE=postgres needs a database'],
    ['handing on without a mail server', { STORE: 'send-through', SMTP_URL: '', MAIL_FROM: '' }, 'set SMTP_URL'],
    ['a database that is no address', { DATABASE_URL: 'our database' }, 'Set DATABASE_URL to postgresql://'],
    ['an address of no database', { DATABASE_URL: 'mysql://u:canary@db/x' }, 'Set DATABASE_URL to postgresql://'],
    [
      'a database for the courier alone',
      { COURIER_DATABASE_URL: 'postgres://courier:canary@db/x' },
      'COURIER_DATABASE_URL is set but DATABASE_URL is not',
    ],
    [
      'a delay where nothing is kept',
      { ...sendingThrough, RELEASE_DELAY: '900' },
      'STORE=send-through can delay nothing',
    ],
    [
      'an agency that needs a second contact where nothing is kept',
      { ...live, STORE: 'send-through' },
      'no second contact for the hours when helpline does not read',
    ],
    ['a half-shut intake', { INTAKE: 'maybe' }, 'Set INTAKE to open or closed'],
    ['languages by their names', { DRAFT_LANGUAGES: 'Polish' }, 'Set DRAFT_LANGUAGES'],
    ['a delay of a day', { RELEASE_DELAY: '86400' }, 'Set RELEASE_DELAY'],
    ['a negative delay', { RELEASE_DELAY: '-1' }, 'Set RELEASE_DELAY'],
    ['proxies by name', { TRUSTED_PROXY: 'nginx' }, 'Set TRUSTED_PROXY'],
    ['a mail server without an address for the sender', { ...live, MAIL_FROM: '' }, 'Set MAIL_FROM'],
    ['a sender with a name', { ...live, MAIL_FROM: 'Signs <signs@example.org>' }, 'Set MAIL_FROM'],
    ['a sender outside ASCII', { ...live, MAIL_FROM: 'signs@exämple.org' }, 'Set MAIL_FROM'],
    ['a mail server that is a web address', { ...live, SMTP_URL: 'https://mail.example.org' }, 'Set SMTP_URL'],
    ['a mail server in words', { ...live, SMTP_URL: 'our mail server' }, 'Set SMTP_URL'],
    ['a mail server without its scheme', { ...live, SMTP_URL: 'mail.example.org:465' }, 'Set SMTP_URL'],
    [
      'encryption switched off',
      { ...live, SMTP_URL: 'smtp://mail.example.org?ignoreTLS=true' },
      'SMTP_URL: encryption is',
    ],
    [
      'a second server with options',
      { ...live, SMTP_URL_2: 'smtp://b.example?secure=false' },
      'SMTP_URL_2: encryption is',
    ],
    ['an alert that is a list', { ...live, ALERT_TO: 'a@example.org,b@example.org' }, 'Set ALERT_TO'],
    ['mailboxes twice', { ...live, RECIPIENTS: 'police: {}' }, 'RECIPIENTS and RECIPIENTS_FILE are both set'],
    [
      'mailboxes in a demo',
      { RECIPIENTS_FILE: 'private/recipients.yaml' },
      'RECIPIENTS_FILE is set but SMTP_URL is not',
    ],
    ['a sender in a demo', { MAIL_FROM: 'signs@example.org' }, 'MAIL_FROM is set but SMTP_URL is not'],
    ['a second server only', { SMTP_URL_2: 'smtps://b.example' }, 'SMTP_URL_2 is set but SMTP_URL is not'],
  ])('%s', async (...[, env, hint]) => {
    const message = await refusal(() => read(env));
    expect(message).toContain(hint);
    expect(message).toMatch(/^[^\n]+\.$/);
    expect(message).not.toMatch(/canary/);
  });

  test.each<[about: string, file: string, hint: string]>([
    ['an agency that does not exist', 'polis:\n  email: a@b.example', 'entry "polis", line 1: no agency has this id'],
    [
      'a mailbox with a line break',
      'police:\n  email: "a@b.example\\r\\nBcc: x@y.example"',
      'email must be one plain mailbox',
    ],
    ['no mailbox', 'police:\n  reads: 24/7', 'entry "police", line 1: email must be one plain mailbox'],
    ['nothing under an agency', '\npolice:', 'entry "police", line 2: must have keys of its own'],
    [
      'hours nobody can read',
      'police: { email: a@b.example, reads: office hours, agreed: 2027-01-31 }',
      'reads must be 24/7',
    ],
    ['a day that is none', 'police: { email: a@b.example, reads: 24/7, agreed: 2027-02-30 }', 'agreed must be a day'],
    ['no agreement', 'police: { email: a@b.example, reads: 24/7 }', 'agreed must be a day'],
    [
      'a test day that is a tick',
      'police: { email: a@b.example, reads: 24/7, agreed: 2027-01-31, tested: true }',
      'tested must',
    ],
    ['a key with a typing mistake', `${recipientsFile}  jason: true`, 'the key "jason" is not known'],
    ['json that is a word', `${recipientsFile}  json: please`, 'json must be true or false'],
    ['a key that is no text', `${recipientsFile}  openpgp: 5`, 'openpgp must be the public key'],
    [
      'the private half of a key',
      `${recipientsFile}  openpgp: |\n    -----BEGIN PGP PRIVATE KEY BLOCK-----`,
      'openpgp must be the public key',
    ],
    ['an agency twice', `${recipientsFile}\npolice: {}`, 'is not YAML at line 13'],
    ['something else than YAML', 'police: [', 'is not YAML at line 1'],
    ['a list', '- police', 'must be a list of agency ids'],
    ['an agency that is a list', '[police]: {}', 'no agency has this id'],
  ])('a file for mailboxes with %s', async (...[, file, hint]) => {
    const message = await refusal(() => read(live, file));
    expect(message).toContain('RECIPIENTS_FILE private/recipients.yaml');
    expect(message).toContain(hint);
    expect(message).toMatch(/^[^\n]+\.$/);
  });

  test('a file that is not there', async () => {
    const missing = () =>
      readSettings(
        live,
        () => {
          throw new Error('ENOENT');
        },
        agencies,
      );
    expect(await refusal(missing)).toMatch(
      /^RECIPIENTS_FILE names private\/recipients\.yaml, which cannot be read: [^\n]+\.$/,
    );
  });
});

describe('a secret', () => {
  test('is the 32 bytes of its file or of its setting', async () => {
    const bytes = new Uint8Array(Buffer.alloc(32, 7));
    expect(new Uint8Array(readSecret('MASTER_KEY', { MASTER_KEY_FILE: 'k' }, () => `${secret}\n`))).toEqual(bytes);
    expect(new Uint8Array(readSecret('INTAKE_SECRET', { INTAKE_SECRET: secret }, () => ''))).toEqual(bytes);
  });

  test.each<[about: string, env: Record<string, string>]>([
    ['not set', {}],
    ['too short', { MASTER_KEY: 'Y2FuYXJ5' }],
    ['not base64', { MASTER_KEY: `canary!${secret.slice(7)}` }],
  ])('that is %s is asked for and never printed', async (...[, env]) => {
    const message = await refusal(() => readSecret('MASTER_KEY', env, () => ''));
    expect(message).toMatch(/^[^\n]*MASTER_KEY[^\n]+npm run init[^\n]+\.$/);
    expect(message).not.toMatch(/canary|Y2FuYXJ5/);
  });
});
