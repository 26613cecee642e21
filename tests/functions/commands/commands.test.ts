import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { outbox } from '../../../functions/report/commands/outbox.ts';
import { testMessage } from '../../../functions/report/commands/test-message.ts';
import { mailableAgencies } from '../../../functions/report/contract/mailable-agencies.ts';
import { model } from '../../../functions/report/model.ts';
import { openEmbeddedStore } from '../../../functions/report/outbox/embedded/open-embedded-store.ts';
import { built } from '../../support/built.ts';
import { certificate } from '../../support/certificate.ts';
import { mailServer } from '../../support/mail-servers.ts';
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

  test('says numbers and nothing else, while the site holds its store', async () => {
    const dataDir = temporaryFolder();
    const stores = [
      await openEmbeddedStore({ dataDir, role: 'courier' }),
      await openEmbeddedStore({ dataDir, role: 'intake' }),
    ];
    const lines: string[] = [];
    const env = { DATA_DIR: dataDir };
    await outbox({ args: [], env, folder: dataDir, now: new Date(), print: (line) => lines.push(line) });
    for (const store of stores) await store.close();
    expect(lines).toEqual([
      'waiting         0',
      'being sent      0',
      'not delivered   0',
      'delivered today 0',
      'oldest late by  0 min',
    ]);
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
  expect(stderr).toBe('No command "deliver": use one of init, check, send-test, outbox.\n');
});

test('init works from the built folder too', async () => {
  const folder = temporaryFolder();
  expect((await command(['init'], {}, folder)).code).toBe(0);
  expect(existsSync(path.join(folder, 'private/recipients.yaml'))).toBe(true);
});
