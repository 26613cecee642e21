import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, test } from 'vitest';
import { testMessage } from '../../../functions/report/commands/test-message.ts';
import { mailableAgencies } from '../../../functions/report/contract/mailable-agencies.ts';
import { model } from '../../../functions/report/model.ts';
import { built } from '../../support/built.ts';
import { certificate } from '../../support/certificate.ts';
import { mailServer } from '../../support/mail-servers.ts';
import { aKeyPair, decrypted } from '../../support/openpgp/agency-keys.ts';
import { runNode } from '../../support/run-node.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let functionDir = '';
beforeAll(async () => {
  ({ functionDir } = await built());
}, 300_000);

/** Runs a command of the built function, in a folder of its own. */
function command(args: readonly string[], settings: Record<string, string> = {}, folder = temporaryFolder()) {
  return runNode([path.join(functionDir, 'command.js'), ...args], settings, folder).ended;
}

const recipients = 'police: { email: desk@police.example, reads: 24/7, agreed: 2027-01-31 }';

describe('send-test', () => {
  test('sends one mail, marked as a test, to the mailbox of that agency', async () => {
    const tls = await certificate();
    const server = await mailServer(tls, { secure: true });
    const folder = temporaryFolder();
    const trust = path.join(folder, 'authority.pem');
    writeFileSync(trust, tls.cert);
    const settings = {
      SMTP_URL: `smtps://127.0.0.1:${server.port}`,
      MAIL_FROM: 'signs@example.org',
      RECIPIENTS: recipients,
      NODE_EXTRA_CA_CERTS: trust,
    };
    const { code, stdout, stderr } = await command(['send-test', 'police'], settings, folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/took the test for police[\s\S]+tested: \d{4}-\d\d-\d\d/);
    expect(server.mails).toMatchObject([{ to: ['desk@police.example'], from: 'signs@example.org', secure: true }]);
    expect(server.mails[0]?.raw).toMatch(/^Subject: .*TEST/m);
  });

  test('is encrypted for an agency with a key, so that they try whether they can open one', async () => {
    const tls = await certificate();
    const server = await mailServer(tls, { secure: true });
    const folder = temporaryFolder();
    const trust = path.join(folder, 'authority.pem');
    writeFileSync(trust, tls.cert);
    const pair = await aKeyPair({ made: new Date('2020-01-01') });
    const entry = { email: 'desk@police.example', reads: '24/7', agreed: '2027-01-31', openpgp: pair.publicKey };
    const settings = {
      SMTP_URL: `smtps://127.0.0.1:${server.port}`,
      MAIL_FROM: 'signs@example.org',
      NODE_EXTRA_CA_CERTS: trust,
    };
    const given = (openpgp: string) => ({ ...settings, RECIPIENTS: JSON.stringify({ police: { ...entry, openpgp } }) });
    const bad = await command(['send-test', 'police'], given('abc'), folder);
    expect(bad).toMatchObject({ code: 1, stdout: expect.stringContaining('The test was not sent') });
    expect((await command(['send-test', 'police'], given(pair.publicKey), folder)).code).toBe(0);
    expect(server.mails).toHaveLength(1);
    const inside = await simpleParser(await decrypted(server.mails[0]?.raw ?? '', pair));
    expect(inside.text).toContain('THIS IS A TEST');
  });

  test('says that it did not leave when the mail server cannot be trusted', async () => {
    const server = await mailServer(await certificate(), { secure: true });
    const settings = {
      SMTP_URL: `smtps://127.0.0.1:${server.port}`,
      MAIL_FROM: 'signs@example.org',
      RECIPIENTS: recipients,
    };
    const { code, stdout } = await command(['send-test', 'police'], settings);
    expect(code).toBe(1);
    expect(stdout).toContain('The test did not leave');
    expect(server.mails).toEqual([]);
  });

  test.each<[about: string, args: string[], settings: Record<string, string>, hint: string]>([
    ['in a demo', ['police'], {}, 'This is a demo and reaches nobody'],
    ['for nobody', [], { SMTP_URL: 'smtps://m.example', MAIL_FROM: 'a@b.example', RECIPIENTS: recipients }, '(police)'],
    [
      'for an agency without a mailbox',
      ['helpline'],
      { SMTP_URL: 'smtps://m.example', MAIL_FROM: 'a@b.example' },
      '(none yet)',
    ],
  ])('%s stops with one sentence', async (...[, args, settings, hint]) => {
    const { code, stderr } = await command(['send-test', ...args], settings);
    expect(code).toBe(1);
    expect(stderr).toContain(hint);
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
  });
});

describe('a test message', () => {
  test.each(mailableAgencies({ ...model, ...model.routes }))(
    'for %s can be written, and says that nothing in it is true',
    (agency) => {
      const message = testMessage({
        agency,
        id: '00112233445566778899aabbccddeeff',
        now: new Date('2027-03-14T12:00:00Z'),
        mailDomain: 'signs.example',
        recipients: new Map(),
      });
      expect(message.subject).toContain('TEST');
      expect(message.text).toContain('THIS IS A TEST');
    },
  );
});

describe('outbox', () => {
  test('before anything was stored says so and makes nothing', async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await command(['outbox'], { DATA_DIR: folder }, folder);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Nothing was ever stored here: DATA_DIR has no store yet.\n' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a command reads .env of its folder, and what is set already wins', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, '.env'), 'PORT=nonsense\n');
  expect((await command(['check'], {}, folder)).stderr).toMatch(/^Set PORT/);
  expect((await command(['check'], { PORT: '4321' }, folder)).code).toBe(0);
});

test('an unknown command is answered with those that there are', async () => {
  const { code, stderr } = await command(['deliver']);
  expect(code).toBe(1);
  expect(stderr).toBe(
    'No command "deliver": use one of init, check, send-test, outbox, backup, restore, move, database.\n',
  );
});

test('init works from the built folder too', async () => {
  const folder = temporaryFolder();
  expect((await command(['init'], {}, folder)).code).toBe(0);
  expect(existsSync(path.join(folder, 'private/recipients.yaml'))).toBe(true);
});
