import { EventEmitter, once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificate } from '../support/certificate.ts';

const endOfMail = '\r\n.\r\n';

/** The fastest mail server there can be: no greeting delay, no TLS, no disk. It forgets every mail at once. */
export function smtpSink(): Server {
  return createServer((socket) => take(socket, () => undefined));
}

export interface CountingSink {
  readonly port: number;
  mails(): number;
  /** Resolves when there were this many, and rejects when none came for a minute. */
  took(count: number): Promise<void>;
  close(): void;
}

const patienceMs = 60_000;

/** The same with TLS from the first byte; it counts. */
export async function countingSink(tls: Certificate): Promise<CountingSink> {
  const came = new EventEmitter();
  let mails = 0;
  const sockets = new Set<Socket>();
  const server = createTlsServer({ ...tls }, (socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)));
    take(socket, () => {
      mails += 1;
      came.emit('mail');
    });
  });
  server.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    mails: () => mails,
    async took(count) {
      while (mails < count) await once(came, 'mail', { signal: AbortSignal.timeout(patienceMs) });
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function take(socket: Socket, mailCame: () => void): void {
  let [heard, inMail] = ['', false];
  socket.setNoDelay(true).on('error', () => socket.destroy());
  socket.write('220 sink\r\n');
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
    if (inMail && heard.endsWith(endOfMail)) {
      [heard, inMail] = ['', false];
      mailCame();
      socket.write('250 taken\r\n');
    } else if (!inMail && heard.endsWith('\r\n')) {
      inMail = /^DATA/i.test(heard);
      reply(socket, heard);
      heard = '';
    }
  });
}

function reply(socket: Socket, line: string): void {
  if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
  else socket.write(/^DATA/i.test(line) ? '354 go on\r\n' : '250 ok\r\n');
}
