import { BlockList, isIPv4 } from 'node:net';

/** What the edge sees of where a request comes from. It stays there: only a bucket's number goes on. */
export interface SeenAddress {
  /** The other end of the connection; `undefined` where the host has none. */
  readonly peer: string | undefined;
  /** The `X-Forwarded-For` header, several joined by commas. */
  readonly forwardedFor: string | undefined;
  /** Any other header that only a proxy sets. */
  readonly proxied: boolean;
}

/** Headers of proxies beside `X-Forwarded-For`. */
export const proxyHeaders = ['forwarded', 'via', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip'] as const;

const ownNetworks = new BlockList();
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  ownNetworks.addSubnet(network, bits, 'ipv4');
ownNetworks.addAddress('::1', 'ipv6');
ownNetworks.addSubnet('fc00::', 7, 'ipv6');
ownNetworks.addSubnet('fe80::', 10, 'ipv6');

/**
 * The address that counts, or `undefined` when none can be relied on: then only the bucket for everyone is used.
 *
 * With TRUSTED_PROXY hops each of our proxies has added the address that it saw, so it is that many from the right; what
 * stands further left was written by whoever asked. Without it the connection's own address counts, unless something
 * says that it is a proxy's: a header that proxies set, or an address of a private network. Whoever writes such a header
 * to leave their neighbourhood's bucket still meets the bucket for everyone; the other way round, a proxy that nobody
 * told us of would put all the world into one small bucket.
 */
export function clientAddress({ peer, forwardedFor, proxied }: SeenAddress, hops: number): string | undefined {
  if (hops > 0) return forwardedFor?.split(',').at(-hops)?.trim();
  if (peer === undefined || proxied || forwardedFor !== undefined || isOwnNetwork(peer)) return undefined;
  return peer;
}

function isOwnNetwork(peer: string): boolean {
  const address = peer.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return ownNetworks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
