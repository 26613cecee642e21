import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Certificate } from '../certificate.ts';
import { closedPort } from '../mail-servers.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { mainCf, masterCf } from './postfix-settings.ts';

export interface PostfixServer {
  readonly port: number;
  readonly version: string;
  /** The mails that lie in the Maildir of an address, as they lie there. */
  mailsOf(address: string): string[];
  /** Nothing is on its way any more: every mail it took lies in a Maildir or was sent back. */
  isIdle(): boolean;
}

export interface PostfixInput {
  readonly tls: Certificate;
  /** Addresses with a Maildir. */
  readonly mailboxes: readonly string[];
  /** Addresses whose mail is taken and then comes back. */
  readonly bouncing: readonly string[];
}

/** Why there is no Postfix to test with, in one sentence that says what to do; `undefined` when there is one. */
export function whyNoPostfix(): string | undefined {
  if (process.platform !== 'linux') return 'Postfix is tested on Linux: run this there.';
  if (!existsSync('/usr/sbin/postfix')) return 'No Postfix here: apt-get install --no-install-recommends postfix';
  return process.getuid?.() === 0 ? undefined : 'Postfix starts as root only: run this as root.';
}

const nobody = 65_534;
const queues = ['incoming', 'active', 'deferred', 'maildrop'];

/** Debian's Postfix on this machine alone: STARTTLS or nothing, a Maildir for each address. Stopped when the test ends. */
export async function postfixServer({ tls, mailboxes, bouncing }: PostfixInput): Promise<PostfixServer> {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755); // its parts run as other users
  const port = await closedPort();
  const at = (name: string) => path.join(folder, name);
  const write = (name: string, text: string, mode = 0o644) => writeFileSync(at(name), text, { mode });
  for (const name of ['queue', 'data', 'mail']) mkdirSync(at(name), { mode: 0o755 });
  chownSync(at('mail'), nobody, nobody);
  chownSync(at('data'), idOf('-u'), idOf('-g'));
  write('cert.pem', tls.cert);
  write('key.pem', tls.key, 0o600);
  write('mailboxes', mailboxes.map((address) => `${address} ${address}/\n`).join(''));
  write('aliases', bouncing.map((address) => `${address.split('@')[0]} "|exit 67"\n`).join(''));
  write('main.cf', mainCf({ folder, nobody, domains: domainsOf(mailboxes), bouncing: domainsOf(bouncing) }));
  write('master.cf', masterCf(port));
  const postfix = (order: string) => spawnSync('/usr/sbin/postfix', ['-c', folder, order], { encoding: 'utf8' });
  const started = postfix('start');
  if (started.status !== 0) throw new Error(`Postfix did not start: ${started.stderr}`);
  onTestFinished(() => void postfix('stop'));
  return {
    port,
    version: execFileSync('/usr/sbin/postconf', ['-h', '-c', folder, 'mail_version'], { encoding: 'utf8' }).trim(),
    mailsOf: (address) => filesIn(path.join(at('mail'), address, 'new')).map((file) => readFileSync(file, 'latin1')),
    isIdle: () => queues.every((name) => filesIn(path.join(at('queue'), name)).length === 0),
  };
}

const idOf = (kind: string): number => Number(execFileSync('id', [kind, 'postfix'], { encoding: 'utf8' }));

const domainsOf = (addresses: readonly string[]): string =>
  [...new Set(addresses.map((address) => address.split('@')[1]))].join(' ');

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
