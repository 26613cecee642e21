import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageStates, sayLanguages } from '../../../src/build/language-states.ts';
import { runNode } from '../../support/run-node.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const live = { SMTP_URL: 'smtps://m.example', MAIL_FROM: 'a@b.example' };
const command = path.resolve('src/build/run.mjs');
/** From a folder without `.env`, whatever a developer has here. */
const check = (settings: Readonly<Record<string, string>>) =>
  runNode([command, 'operate', 'check'], settings, temporaryFolder()).ended;
const states = languageStates();

describe('npm run check', () => {
  test('says first how far each language is, and what a real site would leave out; a draft fails nothing', async () => {
    const { code, stdout, stderr } = await check({});
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.slice(0, states.length + 1)).toEqual([
      'Languages:',
      ...sayLanguages(states, 'all').map((line) => `- ${line}`),
    ]);
    const drafts = states.filter(({ safe }) => !safe).map(({ id }) => id);
    if (drafts.length > 0) expect(stdout).toContain(`DRAFT_LANGUAGES=${drafts.join(',')} would show them`);
    expect(stdout).toMatch(/\n\nSettings:\n[\s\S]+not checked in the last six months: \d+\n/);
  });

  test('says of a site that mails for real what is left out and what is shown as a draft', async () => {
    const { code, stdout } = await check({ ...live, DRAFT_LANGUAGES: 'gu' });
    expect(code).toBe(0);
    expect(stdout).toContain(
      sayLanguages(states, ['gu'])
        .map((line) => `- ${line}\n`)
        .join(''),
    );
    expect(stdout).not.toContain('would leave out');
  });

  test('fails, and says it in one sentence, when a draft is named that is not there', async () => {
    const { code, stdout } = await check({ ...live, DRAFT_LANGUAGES: 'gu,xx' });
    expect(code).toBe(1);
    expect(stdout.match(/^- DRAFT_LANGUAGES names .*$/gm)).toEqual([
      '- DRAFT_LANGUAGES names "xx", and there is no folder content/xx: mend the name or add the folder.',
    ]);
    expect(stdout).toContain('not checked in the last six months');
  });

  test('says a wrong setting once, and no word of languages', async () => {
    const { code, stdout, stderr } = await check({ PORT: 'x' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Set PORT to a number[^\n]+\n$/);
  });
});
