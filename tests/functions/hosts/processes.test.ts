import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { built } from '../../support/built.ts';
import { freePort, runNode, runProgram } from '../../support/run-node.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let functionDir = '';
beforeAll(async () => {
  ({ functionDir } = await built());
}, 300_000);

const entry = (name: string) => path.join(functionDir, `${name}.js`);
const secret = Buffer.alloc(32, 9).toString('base64');
const live = {
  SMTP_URL: 'smtps://site:hunter2-canary@127.0.0.1:1',
  MAIL_FROM: 'signs@example.org',
  MASTER_KEY: secret,
  INTAKE_SECRET: secret,
};

describe('a wrong or missing setting stops the start with exactly one sentence', () => {
  test.each<[about: string, name: string, settings: Record<string, string>, hint: string]>([
    ['encryption switched off', 'start', { ...live, SMTP_URL: `${live.SMTP_URL}?secure=false` }, 'SMTP_URL'],
    ['no sender', 'start', { ...live, MAIL_FROM: '' }, 'Set MAIL_FROM'],
    ['no master key', 'start', { ...live, MASTER_KEY: '' }, 'Set MASTER_KEY_FILE'],
    ['no intake secret', 'start', { ...live, INTAKE_SECRET: '' }, 'Set INTAKE_SECRET_FILE'],
    ['a master key cut short', 'start', { ...live, MASTER_KEY: secret.slice(9) }, 'MASTER_KEY does not hold 32 bytes'],
    [
      'a file for mailboxes that is not there',
      'start',
      { ...live, RECIPIENTS_FILE: 'no/such.yaml' },
      'RECIPIENTS_FILE',
    ],
    ['an agency nobody knows', 'start', { ...live, RECIPIENTS: 'polis: {}' }, 'RECIPIENTS, entry "polis", line 1'],
    ['mailboxes without a mail server', 'start', { RECIPIENTS: 'police: {}' }, 'SMTP_URL is not'],
    ['PostgreSQL without its address', 'start', { STORE: 'postgres' }, 'STORE=postgres needs a database'],
    [
      'a courier where nothing is kept',
      'courier',
      { ...live, STORE: 'send-through' },
      'STORE=send-through has no courier',
    ],
    [
      'PostgreSQL with one login for both processes',
      'start',
      { ...live, DATABASE_URL: 'postgresql://u:canary@127.0.0.1:1/x' },
      "Set COURIER_DATABASE_URL to the courier's login",
    ],
    [
      'intake started alone with a database that is not there',
      'intake',
      { ...live, DATABASE_URL: 'postgresql://u:canary@127.0.0.1:1/x' },
      'The database cannot be used',
    ],
    ['intake started alone without its secret', 'intake', { ...live, INTAKE_SECRET: '' }, 'Set INTAKE_SECRET_FILE'],
    ['the courier started alone without its key', 'courier', { ...live, MASTER_KEY: '' }, 'Set MASTER_KEY_FILE'],
  ])('%s', async (...[, name, settings, hint]) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await runNode([entry(name)], { ...settings, DATA_DIR: folder }, folder).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(hint);
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/canary|CQkJ/);
  });

  test('a port that another program has', async () => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    const settings = { PORT: String(port), DATA_DIR: folder };
    await runNode([entry('start')], settings, folder).says(/^Site: /);
    const other = temporaryFolder();
    const { code, stderr } = await runNode([entry('start')], { ...settings, DATA_DIR: other }, other).ended;
    expect(code).toBe(1);
    expect(stderr).toBe(`Port ${port} is taken on 127.0.0.1: stop the other program or set PORT to another number.\n`);
  });

  test('a folder that cannot be made', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'file'), '');
    const { code, stderr } = await runNode([entry('start')], { DATA_DIR: 'file/var' }, folder).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Cannot write [^\n]+file\/var[^\n]+ DATA_DIR [^\n]+\.\n$/);
  });
});

describe('a demo that runs', () => {
  async function start() {
    const [folder, port] = [temporaryFolder(), await freePort()];
    const running = runNode([entry('start')], { PORT: String(port), DATA_DIR: folder }, folder);
    const line = await running.says(/^Site: /);
    return { ...running, folder, line, url: `http://localhost:${port}` };
  }

  const health = async (url: string): Promise<unknown> => (await fetch(`${url}/api/report/health`)).json();

  test('says where it is once it is well, and says that it is a demo', async () => {
    const { line, url } = await start();
    expect(line).toBe(`Site: ${url}/  Demo mailbox: ${url}/demo/`);
    expect(await health(url)).toEqual({ state: 'ok', why: 'ok' });
    const mailbox = await fetch(`${url}/demo/`);
    expect(await mailbox.text()).toMatch(/<title>DEMO[^<]*<\/title>[\s\S]*<strong>DEMO\.<\/strong>/);
    expect(mailbox.headers.get('cache-control')).toBe('no-store');
    expect(mailbox.headers.get('x-robots-tag')).toBe('noindex');
    expect(mailbox.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('keeps its secrets where only its own user can read them', async () => {
    const { folder } = await start();
    expect(statSync(path.join(folder, 'master.key')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'intake.secret')).mode & 0o777).toBe(0o600);
  });

  test('stops within ten seconds, with exit code 0', async () => {
    const { child, ended, url } = await start();
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await expect(health(url)).rejects.toThrow();
  });

  test('stops when npm, which started it through a shell, is stopped', async () => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    const shell = `"${process.execPath}" "${entry('start')}"; exit $?`;
    const settings = { PORT: String(port), DATA_DIR: folder, npm_lifecycle_event: 'start' };
    const running = runProgram(['/bin/sh', '-c', shell], settings, folder);
    await running.says(/^Site: /);
    running.child.kill('SIGKILL');
    await running.ended; // ends when the last process that writes to our pipe has ended
    await expect(health(`http://localhost:${port}`)).rejects.toThrow();
  });

  test('starts each of its processes again when it is killed', async () => {
    const { child, url } = await start();
    const killed = childrenOf(child.pid).map(({ pid }) => pid);
    expect(killed).toHaveLength(2);
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await untilWell(url, killed, child.pid);
    expect(
      childrenOf(child.pid)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['courier.js', 'intake.js']);
  });
});

describe('on a real site', () => {
  test('only the courier is given the master key and the password for mail, only intake its secret', async () => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    const settings = {
      ...live,
      MASTER_KEY: Buffer.alloc(32, 8).toString('base64'),
      PORT: String(port),
      DATA_DIR: folder,
    };
    const { child, says } = runNode([entry('start')], settings, folder);
    await says(/^Site: /);
    const environments = new Map(childrenOf(child.pid).map(({ pid, name }) => [name, environmentOf(pid)]));
    expect(environments.get('intake.js')).not.toMatch(/MASTER_KEY|CAgI|hunter2/);
    expect(environments.get('intake.js')).toContain(`INTAKE_SECRET=${secret}`);
    expect(environments.get('courier.js')).toContain('MASTER_KEY=CAgI');
    expect(environments.get('courier.js')).not.toMatch(/INTAKE_SECRET|CQkJ/);
  });

  test('where nothing is kept there is no courier, and intake itself has the password for mail', async () => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    const { MASTER_KEY: _none, ...rest } = live;
    const settings = { ...rest, STORE: 'send-through', PORT: String(port), DATA_DIR: folder };
    const { child, says } = runNode([entry('start')], settings, folder);
    await says(/^Site: /);
    const children = childrenOf(child.pid);
    expect(children.map(({ name }) => name)).toEqual(['intake.js']);
    expect(children.map(({ pid }) => environmentOf(pid)).join()).toContain('hunter2-canary');
    const health = await fetch(`http://localhost:${port}/api/report/health`);
    expect(await health.json()).toEqual({ state: 'ok', why: 'ok' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('nobody with a mailbox means phones only, and no demo mailbox', async () => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    const { says } = runNode([entry('start')], { ...live, PORT: String(port), DATA_DIR: folder }, folder);
    expect(await says(/^Phones only/)).toContain('npm run check');
    const url = `http://localhost:${port}`;
    expect((await fetch(`${url}/demo/`)).status).toBe(404);
    const [form, phones] = await Promise.all([fetch(`${url}/en/tell/`), fetch(`${url}/en/phones/`)]);
    expect(await form.text()).toBe(await phones.text());
    const post = await fetch(`${url}/api/answers`, { method: 'POST', body: new URLSearchParams({ signs: 'debt' }) });
    expect(post.status).toBe(503);
  });
});

interface Child {
  readonly pid: number;
  readonly name: string;
}

/** The processes that a process started, by what the kernel says. */
function childrenOf(parent: number | undefined): Child[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => childEntry(Number(pid), parent));
}

function childEntry(pid: number, parent: number | undefined): Child[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    if (!status.includes(`PPid:\t${parent}\n`)) return [];
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return [{ pid, name: path.basename(args[1] ?? '') }];
  } catch {
    return []; // it ended while we looked
  }
}

const environmentOf = (pid: number) => readFileSync(`/proc/${pid}/environ`, 'utf8').replaceAll('\0', '\n');

/** Asks until the site is well and none of the killed processes is left. */
async function untilWell(url: string, killed: readonly number[], parent: number | undefined): Promise<void> {
  for (;;) {
    const now = childrenOf(parent);
    const isWell = await fetch(`${url}/api/report/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isWell && now.length === 2 && now.every(({ pid }) => !killed.includes(pid))) return;
  }
}
