import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lastResort } from '../../functions/report/last-resort.ts';
import { buildFunction } from '../../src/build/build-function.ts';
import { aNodeHost } from '../support/a-node-host.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { runNode } from '../support/run-node.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const shell = '<html lang="en"><title>@@title@@</title>@@menu@@<main>@@main@@</main></html>';
const fault = 'throw new Error("canary-of-a-part");';
const secret = Buffer.alloc(32, 9).toString('base64');
/** As a host that asks a module for its `fetch` does it. */
const ask = `
  const { default: { fetch } } = await import(process.argv[1]);
  const answer = await fetch(new Request('https://signs.example' + process.argv[2], { method: process.argv[3], body: process.argv[4],
    headers: process.argv[4] && { 'content-type': 'application/x-www-form-urlencoded' } }));
  console.log(answer.status, JSON.stringify([...answer.headers]), await answer.text());`;

let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kts-function-'));
  await buildFunction(
    { hashes: { style: 'sha256-test', script: undefined }, shells: new Map([['en', shell]]) },
    folder,
  );
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.js(\.map)?$/.test(name));
  files = new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  rmSync(folder, { recursive: true });
}, 120_000);

interface Asked {
  /** A part breaks when its code has this. */
  readonly broken?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly request?: readonly string[];
}

/** Asks the built function once, with every file that has the broken part throwing when it is loaded. */
async function answerOf({ broken, settings, request = ['/api/report/health', 'GET'] }: Asked) {
  const folder = temporaryFolder();
  for (const [name, code] of files) {
    const hit = broken !== undefined && /^chunks\/.*\.js$/.test(name) && code.includes(broken);
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, hit ? `${fault}\n${code}` : code);
  }
  const index = path.join(folder, 'index.js');
  const env = { DATA_DIR: path.join(folder, 'var'), INTAKE_SECRET: secret, ...settings };
  const run = runNode(['--input-type=module', '-e', ask, index, ...request], env, folder);
  return run.ended;
}

const expectPhones = ({ stdout }: { stdout: string }) => {
  expect(stdout).toMatch(/^503 /);
  expect(stdout).toContain('href="tel:999"');
  expect(stdout).toContain('0800 0121 700');
  expect(stdout).toContain("default-src 'none'");
  expect(stdout).not.toContain('canary');
};

describe('the function on a host that asks for its `fetch`', () => {
  test('answers when nothing is broken', async () => {
    expect((await answerOf({})).stdout).toMatch(/^503 .*\{"state":"down","why":"keys"\}/);
  });

  test.each([
    ['the part that builds everything', 'async function createIntake('],
    ['the store', 'async function openEmbeddedStore('],
  ])('F37: when %s cannot be loaded, the answer is a page of phones', async (about, broken) => {
    expectPhones(await answerOf({ broken }));
    recordFault({
      row: 'F37',
      adapter: 'unit',
      injected: `${about} throws at import`,
      times: 1,
      result: 'phones, 503',
    });
  });

  test('F37: when the language of an answer cannot be loaded, the answer is a page of phones', async () => {
    const request = ['/api/answers', 'POST', 'locale=en&step=check&signs=debt&where=canary'];
    expectPhones(await answerOf({ broken: '@@main@@</main></html>', request }));
    recordFault({
      row: 'F37',
      adapter: 'unit',
      injected: 'a language throws at import',
      times: 1,
      result: 'phones, 503',
    });
  });

  test('F37: with a wrong setting the answer is a page of phones, and the log has one sentence', async () => {
    const ended = await answerOf({ settings: { STORE: 'canary' } });
    expectPhones(ended);
    expect(ended.stderr).toMatch(/^Set STORE to [^\n]+\.\n$/);
    recordFault({ row: 'F37', adapter: 'unit', injected: 'a wrong setting', times: 1, result: 'phones, 503' });
  });
});

test('F37: the Node host answers a page of phones when its function throws, even without a built site', async () => {
  const { port } = await aNodeHost({ host: { fetch: () => Promise.reject(new Error('canary')) } });
  const answer = await fetch(`http://127.0.0.1:${port}/api/answers`, { method: 'POST', body: 'signs=debt' });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('href="tel:999"');
  recordFault({ row: 'F37', adapter: 'unit', injected: 'the function throws', times: 1, result: 'phones, 503' });
});

test('the page of last resort has the headers of every other answer and is never stored', () => {
  const { headers } = lastResort(true);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('strict-transport-security')).toContain('max-age');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});
