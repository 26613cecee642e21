import { isIPv4, isIPv6 } from 'node:net';

/** What is taken of an address, in bytes: a /24 or a /56 is a street, a hostel or an office, and never one person. */
const prefixBytes = { v4: 3, v6: 7 } as const;

/** `::ffff:192.0.2.1`: an IPv4 address on a socket that speaks both. */
const mapped = /^::ffff:(?=\d+\.)/i;

/** The neighbourhood of an address: its first bytes, after one that says which kind it is. `undefined` for anything else. */
export function addressPrefix(text: string): Uint8Array | undefined {
  const address = withoutPort(text.trim()).replace(/%.*$/, '').replace(mapped, '');
  if (isIPv4(address)) return Uint8Array.of(4, ...bytesOfV4(address).slice(0, prefixBytes.v4));
  if (isIPv6(address)) return Uint8Array.of(6, ...bytesOfV6(address).slice(0, prefixBytes.v6));
  return undefined;
}

/** Some proxies write `192.0.2.1:4711` or `[2001:db8::1]:4711`. */
function withoutPort(text: string): string {
  const [, inBrackets] = /^\[([^\]]*)\](?::\d+)?$/.exec(text) ?? [];
  return inBrackets ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}

const bytesOfV4 = (address: string): readonly number[] => address.split('.').map(Number);

/** `::` stands for as many zeros as are missing; the last two groups may be written as an IPv4 address. */
function bytesOfV6(address: string): readonly number[] {
  const [before = '', after] = address.split('::');
  const [head, tail] = [groups(before), groups(after ?? '')];
  const zeros = Array<number>(Math.max(0, 16 - head.length - tail.length)).fill(0);
  return after === undefined ? head : [...head, ...zeros, ...tail];
}

function groups(text: string): readonly number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return bytesOfV4(group);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
