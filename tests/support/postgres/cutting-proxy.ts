import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface CuttingProxy {
  /** The same database through the proxy. */
  readonly url: string;
  /** From now on the client gets no answer to what it sends: once the server has answered, the connection is cut. */
  loseAnswer(): void;
  /** From now on what is sent gets through neither way and nothing is cut, as when a network goes down. */
  hang(): void;
  pass(): void;
}

type Mode = 'pass' | 'lose' | 'hang';

/** Stands between a store and its database. It goes when the test ends. */
export async function cuttingProxy(url: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(url);
  let mode: Mode = 'pass';
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(socket);
          client.destroy();
          upstream.destroy();
        });
    }
    client.on('data', (bytes) => void (mode !== 'hang' && upstream.write(bytes)));
    upstream.on('data', (bytes) => {
      if (mode === 'pass') client.write(bytes);
      if (mode === 'lose') client.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  const set = (next: Mode) => () => {
    mode = next;
  };
  return { url: through.href, loseAnswer: set('lose'), hang: set('hang'), pass: set('pass') };
}
