import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { Certificate } from './certificate.ts';

/** One mail as a server received it. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly from: string;
  readonly raw: string;
  readonly secure: boolean;
}

export interface MailServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Resolves once this many mails were taken. */
  took(count: number): Promise<readonly ReceivedMail[]>;
  /** Connections that are open now. */
  open(): number;
}

/** A whole mail server that speaks STARTTLS, and gives up when the test ends. */
export async function mailServer(tls: Certificate, options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    ...tls,
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const raw = Buffer.concat(chunks).toString('latin1');
        mails.push({
          from,
          to: rcptTo.map(({ address }) => address),
          raw,
          secure: session.secure,
        });
        callback();
        for (const check of waiting) check();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const took = (count: number) =>
    new Promise<readonly ReceivedMail[]>((resolve) => {
      const check = () => {
        if (mails.length < count) return;
        waiting.delete(check);
        resolve(mails);
      };
      waiting.add(check);
      check();
    });
  return { port: portOf(server.server), mails, took, open: () => server.connections.size };
}

/** What a scripted server does at one point of the session: says a line, or does as it likes and may answer with one. */
export type Reply = string | ((socket: Socket) => unknown);
export type Point = 'greeting' | 'EHLO' | 'STARTTLS' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'dot' | 'QUIT';

export interface ScriptedServer {
  readonly port: number;
  /** Everything that came in, over all connections. */
  received(): string;
  connections(): number;
  /** Connections that are open now. */
  open(): number;
  /** Every mail that came whole, up to its final dot, whatever was answered to it. */
  mails(): readonly string[];
}

const usual: Readonly<Record<Point, Reply>> = {
  greeting: '220 test',
  EHLO: '250-test\r\n250 8BITMIME',
  STARTTLS: '502 no',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  body: () => undefined,
  dot: '250 taken',
  QUIT: '221 bye',
};

/** A mail server of thirty lines that goes wrong where it is told to. TLS from the first byte with a certificate. */
export async function scriptedServer(
  replies: Partial<Record<Point, Reply>>,
  tls?: Certificate,
): Promise<ScriptedServer> {
  let received = '';
  let connections = 0;
  const mails: string[] = [];
  const script = { ...usual, ...replies };
  const talk = (socket: Socket) => {
    connections += 1;
    let inData = false;
    let pending = '';
    let body: string[] = [];
    const say = (point: Point) => {
      const reply = script[point];
      const said = typeof reply === 'string' ? reply : reply(socket);
      if (typeof said !== 'string') return '';
      socket.write(`${said}\r\n`);
      return said;
    };
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const lines = (pending + chunk.toString('latin1')).split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        if (inData && line !== '.') {
          if (body.push(line) === 1) say('body');
          continue;
        }
        if (inData) mails.push(body.join('\r\n'));
        const point = inData ? 'dot' : pointOf(line);
        inData = say(point).startsWith('354') && point === 'DATA';
        body = [];
      }
    });
    say('greeting');
  };
  const server = tls === undefined ? createServer(talk) : createTlsServer({ ...tls }, talk);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    port: portOf(server),
    received: () => received,
    connections: () => connections,
    open: () => sockets.size,
    mails: () => mails,
  };
}

/** Goes wrong the first `times` times at its point, and then does as it should. */
export function atFirst(times: number, bad: Reply, good: string): Reply {
  let left = times;
  return (socket) => {
    if (left-- <= 0) return good;
    return typeof bad === 'string' ? bad : bad(socket);
  };
}

const pointOf = (line: string): Point => {
  const word = line.slice(0, 8).trim().toUpperCase().split(' ')[0] ?? '';
  const points: readonly Point[] = ['EHLO', 'STARTTLS', 'MAIL', 'RCPT', 'DATA', 'QUIT'];
  return points.find((point) => point === word) ?? 'QUIT';
};

/** A port that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
