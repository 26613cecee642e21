import type { IncomingMessage } from 'node:http';
import { proxyHeaders, type SeenAddress } from '../../steps/flood/client-address.ts';

/** What this host sees of where a request comes from. Read here and nowhere else, and never kept. */
export function seenAddress({ socket, headers }: IncomingMessage): SeenAddress {
  return {
    peer: socket.remoteAddress,
    forwardedFor: headers['x-forwarded-for']?.toString(),
    proxied: proxyHeaders.some((name) => headers[name] !== undefined),
  };
}
