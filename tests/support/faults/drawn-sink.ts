import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Certificate } from '../certificate.ts';

/** What may happen to one mail, first row that the draw is below. The shares are those of the fault matrix, row F1. */
const draws = [
  { below: 0.1, fate: '451' },
  { below: 0.13, fate: '421' },
  { below: 0.155, fate: 'cut before the dot' },
  { below: 0.18, fate: 'cut after the dot' },
  { below: 0.183, fate: 'hang after the dot' },
  { below: 1, fate: 'taken' },
] as const;

export type Fate = (typeof draws)[number]['fate'];

/** Taken by us and never answered: the next attempt brings a second copy, and must say so. */
export const ambiguous: readonly Fate[] = ['cut after the dot', 'hang after the dot'];

export interface DrawnSink {
  readonly port: number;
  /** Every mail whose last dot came, in the order of arrival: what an agency would have in its mailbox. */
  readonly mails: readonly string[];
  fated(fate: Fate): number;
  /** From now on every mail is taken and answered. */
  behave(): void;
}

/** A mail server, TLS from the first byte, that goes wrong as `random` draws it: one draw for each mail. */
export async function drawnSink(tls: Certificate, random: () => number): Promise<DrawnSink> {
  const mails: string[] = [];
  const fates: Fate[] = [];
  const sockets = new Set<Socket>();
  let behaving = false;
  const draw = (): Fate => {
    const drawn = behaving ? 1 : random();
    const fate = draws.find(({ below }) => drawn < below)?.fate ?? 'taken';
    fates.push(fate);
    return fate;
  };
  const server = createServer({ ...tls }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    talk(socket, { draw, keep: (mail) => void mails.push(mail) });
  });
  server.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    fated: (fate) => fates.filter((one) => one === fate).length,
    behave: () => {
      behaving = true;
    },
  };
}

interface Session {
  draw(): Fate;
  keep(mail: string): void;
}

const answers: readonly (readonly [command: RegExp, reply: string])[] = [
  [/^EHLO/i, '250-sink\r\n250 8BITMIME'],
  [/^QUIT/i, '221 bye'],
  [/^DATA/i, '354 go on'],
  [/^/, '250 ok'],
];

/** One connection, line by line. The fate of a mail is drawn when its sender is named. */
function talk(socket: Socket, { draw, keep }: Session): void {
  let fate: Fate = 'taken';
  let body: string[] | undefined;
  let rest = '';
  const say = (reply: string) => socket.write(`${reply}\r\n`);
  const command = (line: string) => {
    if (/^MAIL/i.test(line)) fate = draw();
    if (/^RCPT/i.test(line) && fate === '421') return socket.end('421 later\r\n');
    if (/^RCPT/i.test(line) && fate === '451') return say('451 later');
    if (/^DATA/i.test(line)) body = [];
    return say(answers.find(([pattern]) => pattern.test(line))?.[1] ?? '');
  };
  const text = (line: string, lines: string[]) => {
    if (line !== '.') {
      if (lines.push(line) === 3 && fate === 'cut before the dot') socket.destroy();
      return;
    }
    body = undefined;
    keep(lines.join('\r\n'));
    if (fate === 'cut after the dot') socket.destroy();
    else if (fate !== 'hang after the dot') say('250 taken');
  };
  socket.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (socket.destroyed) return;
      if (body === undefined) command(line);
      else text(line, body);
    }
  });
  say('220 sink');
}
