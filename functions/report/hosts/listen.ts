import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Starts listening and answers the port. Rejects with one sentence that says what to set. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(new Error(sentence(cause, port, host), { cause })));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Lets what is under way end; after `graceMs` what still hangs is cut off. */
export function close(server: Server, graceMs = 5_000): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceMs).unref();
  });
}

function sentence({ code }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken on ${host}: stop the other program or set PORT to another number.`;
  if (code === 'EACCES') return `Port ${port} needs rights this program lacks: set PORT to a number above 1023.`;
  return `Cannot listen on ${host}, port ${port} (${code}): set HOST to an address of this machine.`;
}
