import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { freePort } from '../free-port.ts';
import { freezeTree, killTree } from './kill-tree.ts';
import { postgresPrograms } from './postgres-programs.ts';
import { serverUser } from './server-user.ts';

/** A real PostgreSQL of its own, on a port of this machine. */
export interface PostgresServer {
  /** As the owner of everything, in the database `postgres`. */
  readonly url: string;
  /** Such as "PostgreSQL 15.14 (system)". */
  readonly version: string;
  /** Where its data lies. */
  readonly data: string;
  /**
   * Makes a database and answers its URL, as the owner of everything. It is empty, or a copy of the one whose URL is
   * given, to which nobody may be connected.
   */
  database(copyOf?: string): Promise<string>;
  /** Ends it in good order, or not at all when it does not run. */
  stop(): Promise<void>;
  /** Stops all its processes where they are; only `kill` helps. */
  freeze(): void;
  /** Ends it and all its processes as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  /** Ends it and removes everything. */
  remove(): Promise<void>;
}

export interface PostgresOptions {
  /** Settings of the server, such as `{ fsync: 'off' }`. Nothing of what makes it durable is off by itself. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The folder for its data, which stays; a temporary one unless given. */
  readonly folder?: string;
}

const owner = 'postgres';

/** Makes a server and starts it. Whoever calls it removes it; inside a test use `postgresServer`. */
export async function startPostgres({ settings = {}, folder }: PostgresOptions = {}): Promise<PostgresServer> {
  const programs = postgresPrograms();
  const home = folder ?? mkdtempSync(path.join(tmpdir(), 'kts-pgdata-'));
  const data = path.join(home, 'data');
  const user = serverUser();
  const run = { ...user, cwd: home, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' } };
  chmodSync(home, 0o755);
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid ?? user.uid);
  const initdb = ['-D', data, '-U', owner, '--auth=trust', '--encoding=UTF8', '--locale=C'];
  execFileSync(path.join(programs.bin, 'initdb'), initdb, { ...run, stdio: ['ignore', 'ignore', 'pipe'] });

  const port = await freePort();
  const url = `postgres://${owner}@127.0.0.1:${port}/postgres`;
  const given = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const args = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let child: ChildProcess | undefined;
  const runs = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  const start = async () => {
    if (runs()) return;
    const begun = spawn(path.join(programs.bin, 'postgres'), ['-D', data, ...args], {
      ...run,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = begun;
    await untilReady(begun);
  };
  const end = async (how: () => unknown) => {
    if (child === undefined || !runs()) return;
    const ended = once(child, 'exit');
    await Promise.all([how(), ended]);
  };
  const stop = () => end(() => child?.kill('SIGINT'));
  const kill = () => end(() => killTree(child?.pid ?? 0));
  const freeze = () => void (runs() && freezeTree(child?.pid ?? 0));
  // Whatever ends this process, no server is left behind: its own immediate shutdown needs nobody to wait for it.
  const lastResort = () => void (runs() && child?.kill('SIGQUIT'));
  process.on('exit', lastResort);
  const remove = async () => {
    await kill();
    process.off('exit', lastResort);
    rmSync(folder === undefined ? home : data, { recursive: true, force: true });
    programs.remove();
  };

  try {
    await start();
    const version = `PostgreSQL ${await askOwner(url, 'SHOW server_version')} (${programs.origin})`;
    const database = async (copyOf?: string) => {
      const name = `kts_${randomBytes(6).toString('hex')}`;
      const template = copyOf === undefined ? '' : ` TEMPLATE ${new URL(copyOf).pathname.slice(1)}`;
      await askOwner(url, `CREATE DATABASE ${name}${template}`);
      return url.replace(/postgres$/, name);
    };
    return { url, version, data, database, stop, freeze, kill, start, remove };
  } catch (fault) {
    await remove();
    throw fault;
  }
}

/** Resolves when the server says that it takes connections, and throws what it said when it ends instead. */
function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      // All of its log is read, since a full pipe would stop it. While it recovers, every caller turned away is a line.
      said = (said + text).slice(-10_000);
      if (said.includes('database system is ready to accept connections')) resolve();
    });
  });
}

async function askOwner(url: string, question: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: question, rowMode: 'array' });
    return String(rows[0]?.[0]);
  } finally {
    await client.end();
  }
}
