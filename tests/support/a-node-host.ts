import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { securityHeaders } from '../../functions/report/headers.ts';
import { createNodeHost, type NodeHost } from '../../functions/report/hosts/node.ts';
import type { Parts } from '../../functions/report/parts.ts';
import { aHandler, type TestHandler } from './a-handler.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TestHost extends TestHandler {
  readonly server: Server;
  readonly port: number;
}

interface Options {
  readonly parts?: Partial<Parts>;
  readonly host?: Partial<NodeHost>;
}

/** The real Node host on a port of its own, with the real handler and store behind it and an empty site beside it. */
export async function aNodeHost({ parts, host }: Options = {}): Promise<TestHost> {
  const handler = await aHandler(parts);
  const server = createNodeHost({
    fetch: handler.handle,
    bucketOf: () => undefined,
    siteDir: temporaryFolder(),
    locales: ['en'],
    intakeOpen: true,
    headers: (kind) => securityHeaders({ styleHash: 'sha256-test', https: false, kind }),
    ...host,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { ...handler, server, port: (server.address() as AddressInfo).port };
}

export interface RawClient {
  readonly socket: Socket;
  /** Everything that came, once it matches. Rejects when the connection ends before. */
  got(pattern: RegExp): Promise<string>;
  /** Resolves when the connection has ended, by whoever. */
  readonly ended: Promise<void>;
}

/** A connection on which a test writes what it likes. */
export function rawClient(port: number): RawClient {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  onTestFinished(() => {
    socket.destroy();
  });
  const got = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => pattern.test(text) && resolve(text);
      socket.on('data', look);
      look();
      void ended.then(() => reject(new Error(`The connection ended. It had said: ${text.slice(0, 500)}`)));
    });
  return { socket, got, ended };
}
