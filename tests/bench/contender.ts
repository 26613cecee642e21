import path from 'node:path';
import { freePort } from '../support/free-port.ts';
import { type Loaded, putLoad } from './put-load.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** A server that takes reports, and what it takes. */
export interface Contender {
  readonly server: ServerProcess;
  readonly url: string;
  readonly body: string;
}

export interface Round extends Loaded {
  /** Of the server's process, all its threads. */
  readonly cpuMicroseconds: number;
}

/** So many that what is measured afterwards is compiled code. */
const warmUpRequests = 6000;

/** One of the servers of this folder, and its settings. */
export interface Rival {
  readonly name: 'bare' | 'bare-postgres' | 'contact-form';
  readonly env: Readonly<Record<string, string>>;
}

/** Starts it in a folder. */
export async function startRival(
  { name, env }: Rival,
  { folder, body }: { readonly folder: string; readonly body: string },
): Promise<Contender> {
  const port = await freePort();
  const file = path.join(import.meta.dirname, `${name}.ts`);
  const server = await startServer({ file, env: { ...env, PORT: String(port) }, folder });
  return { server, url: `http://127.0.0.1:${port}/`, body };
}

export async function warmUp({ url, body }: Contender, requests = warmUpRequests): Promise<Loaded> {
  return putLoad({ url, body, requests, connections: 16 });
}

/** Load for some seconds, and what it cost the server's process. */
export async function runRound({ server, url, body }: Contender, load: RoundInput): Promise<Round> {
  const before = server.cpuMicroseconds();
  const loaded = await putLoad({ url, body, ...load });
  return { ...loaded, cpuMicroseconds: (server.cpuMicroseconds() - before) / loaded.answers };
}

export interface RoundInput {
  readonly connections: number;
  readonly seconds: number;
}
