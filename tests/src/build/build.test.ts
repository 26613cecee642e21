import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../../../functions/report/headers.ts';
import { buildIfStale } from '../../../src/build/build.ts';
import { inspectPage } from '../../../src/build/inspect-page.ts';
import { outputs } from '../../../src/build/outputs.ts';
import { stampOf } from '../../../src/build/stamp.ts';
import { built } from '../../support/built.ts';
import { runNode } from '../../support/run-node.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const input = { siteUrl: 'http://localhost:4321', intake: 'open', demo: true, drafts: 'all' } as const;
/** Run from a folder without `.env`, whatever a developer has here. */
const command = path.resolve('src/build/run.mjs');

beforeAll(async () => void (await built()), 300_000);

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

describe('the built site', () => {
  test('has one style on every page, and nothing that a strict policy would drop', () => {
    const pages = filesIn(outputs.siteDir).filter((name) => name.endsWith('.html'));
    const hashes = pages.map((name) => inspectPage(readFileSync(path.join(outputs.siteDir, name), 'utf8'), name));
    expect(new Set(hashes.map(({ style }) => style)).size).toBe(1);
    expect(pages).toContain('404.html');
  });

  test('shows nobody the shell, and no file of ours', () => {
    const names = filesIn(outputs.siteDir);
    expect(names.filter((name) => name.includes('shell') || name.startsWith('README'))).toEqual([]);
    for (const name of names.filter((one) => one.endsWith('.html'))) {
      expect(readFileSync(path.join(outputs.siteDir, name), 'utf8')).not.toContain('@@');
    }
  });

  test('has each page in two compressed forms of the same bytes', () => {
    for (const name of filesIn(outputs.siteDir).filter((one) => one.endsWith('.html'))) {
      const file = path.join(outputs.siteDir, name);
      const plain = readFileSync(file);
      expect(brotliDecompressSync(readFileSync(`${file}.br`))).toEqual(plain);
      expect(gunzipSync(readFileSync(`${file}.gz`))).toEqual(plain);
    }
  });
});

describe('the built function', () => {
  test('needs nothing but Node: every import is of Node or of its own folder', () => {
    const scripts = filesIn(outputs.functionDir).filter((name) => name.endsWith('.js'));
    const imports = scripts.flatMap((name) => importsOf(readFileSync(path.join(outputs.functionDir, name), 'utf8')));
    const foreign = imports.filter((from) => !from.startsWith('node:') && !from.startsWith('.'));
    expect(foreign.filter((from) => !builtin.has(from))).toEqual([]);
    expect(scripts).toEqual(expect.arrayContaining(['index.js', 'intake.js', 'courier.js', 'start.js', 'command.js']));
  });

  test('runs from a copy of its folder, far from this project', async () => {
    const copy = path.join(temporaryFolder(), 'copy');
    cpSync(outputs.functionDir, copy, { recursive: true });
    const { code, stdout, stderr } = await runNode([path.join(copy, 'command.js'), 'check'], {}, copy).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('This is a demo');
  });

  test('knows the style of the pages, so that its answers look like them', async () => {
    const page = readFileSync(path.join(outputs.siteDir, 'en/index.html'), 'utf8');
    const { style } = inspectPage(page, 'en');
    const chunks = filesIn(outputs.functionDir).map((name) =>
      readFileSync(path.join(outputs.functionDir, name), 'utf8'),
    );
    expect(chunks.filter((text) => text.includes(style))).not.toEqual([]);
    expect(securityHeaders({ styleHash: style, https: true, kind: 'page' })['content-security-policy']).toContain(
      style,
    );
  });
});

describe('a second start', () => {
  test('builds nothing when nothing changed', async () => {
    expect(await buildIfStale({ ...input, ...outputs })).toBe(false);
  });

  test('says nothing, and leaves what is there', async () => {
    const before = readFileSync(path.join(outputs.functionDir, 'stamp'), 'utf8');
    const { code, stdout } = await runNode([command, 'prepare'], {}, temporaryFolder()).ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(path.join(outputs.functionDir, 'stamp'), 'utf8')).toBe(before);
  });

  test('builds again for another address, another state of intake, or a real site', async () => {
    const stamps = await Promise.all([
      stampOf(input),
      stampOf({ ...input, siteUrl: 'https://signs.example.org' }),
      stampOf({ ...input, intake: 'phones-only' }),
      stampOf({ ...input, demo: false, drafts: 'all' }),
    ]);
    expect(new Set(stamps).size).toBe(4);
    expect(await stampOf(input)).toBe(stamps[0]);
  });
});

describe('from the source, before anything is built,', () => {
  const live = { SMTP_URL: 'smtps://u:canary@m.example', MAIL_FROM: 'a@b.example' };

  test.each<[about: string, settings: Record<string, string>, sentence: RegExp]>([
    [
      'encryption switched off',
      { ...live, SMTP_URL: `${live.SMTP_URL}?secure=false` },
      /^Take everything after the port out/,
    ],
    ['an agency nobody knows', { ...live, RECIPIENTS: 'polis: {}' }, /^RECIPIENTS, entry "polis", line 1: no agency/],
  ])('%s stops a start with one sentence', async (...[, settings, sentence]) => {
    const { code, stdout, stderr } = await runNode([command, 'start'], settings, temporaryFolder()).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
    expect(stderr).not.toContain('canary');
  });

  test('an operator can ask why intake is shut', async () => {
    const settings = { ...live, RECIPIENTS: 'police: { email: a@b.example, reads: 24/7, agreed: 2027-01-31 }' };
    const { code, stdout, stderr } = await runNode([command, 'operate', 'check'], settings, temporaryFolder()).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('police has no tested day: run `npm run send-test -- police`');
  });
});

/** Names of Node's own modules that older packages write without `node:`. */
const builtin = new Set(builtinModules);

/** What a module imports, whichever way it is written. */
function importsOf(code: string): string[] {
  const patterns = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*["']([^"'\n]+)["'];?$/gm,
    /^import\s*["']([^"']+)["'];?$/gm,
    /\bimport\(\s*["']([^"']+)["']\s*\)/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, from = '']) => from));
}
