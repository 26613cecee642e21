import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface WireTap {
  readonly port: number;
  /** Every byte that the mailer sent through it, as it went over the wire. */
  sent(): Buffer;
}

/** Somebody on the line between mailer and mail server, who hears every byte. */
export async function wireTap(serverPort: number): Promise<WireTap> {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(serverPort, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.on('data', (bytes: Buffer) => {
      heard.push(bytes);
      far.write(bytes);
    });
    far.on('data', (bytes: Buffer) => near.write(bytes));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    line.close();
  });
  return { port: (line.address() as AddressInfo).port, sent: () => Buffer.concat(heard) };
}
