import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { init } from '../../../functions/report/commands/init.ts';
import { mailableAgencies } from '../../../functions/report/contract/mailable-agencies.ts';
import { model } from '../../../functions/report/model.ts';
import { readSecret } from '../../../functions/report/settings/read-secret.ts';
import { SettingsError } from '../../../functions/report/settings/settings-error.ts';
import { readSettings } from '../../../functions/report/settings.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const mailed = mailableAgencies({ ...model, ...model.routes });
const agencies = { all: model.agencies.map(({ id }) => id), mailed };
const given = [
  '--site-url=https://signs.example.org',
  '--smtp-url=smtps://site:p%23%27$s@mail.example.org',
  '--mail-from=signs@example.org',
  '--alert-to=desk@example.org',
];

/** Runs `init` in a new folder, or again in that one. */
async function run(args: readonly string[], folder = temporaryFolder()) {
  const lines: string[] = [];
  const code = await init({ args, env: {}, folder, now: new Date(0), print: (line) => lines.push(line) });
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  return { code, folder, lines, read };
}

describe('the first real configuration', () => {
  test('keeps its secrets where only their owner can read them, each one new', async () => {
    const [one, two] = [await run([]), await run([])];
    const mode = (name: string) => statSync(path.join(one.folder, name)).mode & 0o777;
    expect(mode('private')).toBe(0o700);
    for (const name of ['private/master.key', 'private/intake.secret', 'private/recipients.yaml', '.env']) {
      expect(mode(name)).toBe(0o600);
    }
    const secrets = [one, two].flatMap(({ read }) => [read('private/master.key'), read('private/intake.secret')]);
    expect(new Set(secrets).size).toBe(4);
    expect(readSecret('MASTER_KEY', { MASTER_KEY: secrets[0] }, () => '')).toHaveLength(32);
  });

  test('keeps reports apart from those of a demo in the same folder, whose keys are others', async () => {
    const { folder, read } = await run(given);
    const files = (name: string) => readFileSync(path.resolve(folder, name), 'utf8');
    const live = await readSettings(parseEnv(read('.env')), files, agencies);
    const demo = await readSettings({}, files, agencies);
    expect(live.dataDir).not.toBe(demo.dataDir);
  });

  test('is one that starts, with a password as it was given and phones only', async () => {
    const { folder, read } = await run(given);
    const files = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    const settings = await readSettings(parseEnv(read('.env')), files, agencies);
    expect(settings.demo).toBe(false);
    expect(settings.mail).toEqual({
      relays: ['smtps://site:p%23%27$s@mail.example.org'],
      from: 'signs@example.org',
      alertTo: 'desk@example.org',
    });
    expect(settings.siteUrl.href).toBe('https://signs.example.org/');
    expect(settings.recipients.size).toBe(0);
  });

  test('with nothing given is one that asks for what is missing and is never a demo by mistake', async () => {
    const { folder, read } = await run([]);
    const files = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    await expect(readSettings(parseEnv(read('.env')), files, agencies)).rejects.toThrow(
      /SMTP_URL is not: set SMTP_URL/,
    );
  });

  test('names every agency that a rule can mail, and each entry is right once it is filled in', async () => {
    const { read } = await run([]);
    const filled = read('private/recipients.yaml')
      .replaceAll(/^#(\S+:)$/gm, '$1')
      .replaceAll('#  email:', '  email: desk@agency.example')
      .replaceAll('#  reads:', '  reads: Mon-Fri 09:00-17:00')
      .replaceAll('#  agreed:', '  agreed: 2027-01-31')
      .replaceAll('#  tested:', '  tested: 2027-02-01');
    const env = { SMTP_URL: 'smtps://m.example', MAIL_FROM: 'a@b.example', RECIPIENTS: filled };
    const { recipients } = await readSettings(env, () => '', agencies);
    expect([...recipients.keys()]).toEqual(mailed);
  });

  test('changes nothing that is there, and makes what is missing', async () => {
    const first = await run(given);
    writeFileSync(path.join(first.folder, 'private/recipients.yaml'), 'filled in by hand');
    const before = first.read('private/master.key');
    const again = await run(['--mail-from=other@example.org'], first.folder);
    expect(again.lines.filter((line) => line.startsWith('kept'))).toHaveLength(4);
    expect(again.read('private/master.key')).toBe(before);
    expect(again.read('private/recipients.yaml')).toBe('filled in by hand');
    expect(again.read('.env')).toContain("MAIL_FROM='signs@example.org'");
  });

  test('says what to do next, and that the master key must be copied', async () => {
    const { lines } = await run([]);
    expect(lines.join('\n')).toMatch(
      /private\/master\.key[\s\S]+send-test -- police[\s\S]+npm run check[\s\S]+npm start/,
    );
  });

  test.each<[about: string, args: string[]]>([
    ['a flag nobody knows', ['--smpt-url=smtps://m.example']],
    ['a site address with a path', ['--site-url=https://example.org/x']],
    ['a mail server without encryption', ['--smtp-url=smtp://m.example?ignoreTLS=true']],
    ['a sender that is no mailbox', ['--smtp-url=smtps://m.example', '--mail-from=us']],
    ['a quote that .env could not hold', ["--smtp-url=smtps://a:b'c@m.example"]],
  ])('refuses %s before it writes anything', async (...[, args]) => {
    const folder = temporaryFolder();
    await expect(run(args, folder)).rejects.toThrow(SettingsError);
    expect(() => statSync(path.join(folder, '.env'))).toThrow();
    expect(() => statSync(path.join(folder, 'private'))).toThrow();
  });
});
