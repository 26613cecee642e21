import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps at most `most` connections. One more ends the one that has kept us waiting longest: idle, or with a request that
 * is not whole yet. So whoever opens thousands and sends a byte a second pushes out their own, and a person whose request
 * takes a second is hardly ever the longest. A connection that waits for our answer is never ended.
 */
export function capConnections(server: Server, most: number): void {
  const open = new Set<Socket>();
  /** Who has waited longest comes first. */
  const waiting = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    waiting.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      waiting.delete(socket);
    });
    if (open.size <= most) return;
    const [longest] = waiting;
    longest?.destroy();
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    if (hasBody(request)) request.once('end', () => waiting.delete(socket));
    else waiting.delete(socket);
    response.once('finish', () => {
      waiting.delete(socket);
      if (open.has(socket)) waiting.add(socket);
    });
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
