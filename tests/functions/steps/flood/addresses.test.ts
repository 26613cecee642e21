import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addressBuckets } from '../../../../functions/report/steps/flood/address-buckets.ts';
import { addressPrefix } from '../../../../functions/report/steps/flood/address-prefix.ts';
import { clientAddress, type SeenAddress } from '../../../../functions/report/steps/flood/client-address.ts';
import { bucketCount } from '../../../../functions/report/steps/flood/token-buckets.ts';

const hex = (address: string): string | undefined => {
  const prefix = addressPrefix(address);
  return prefix && Buffer.from(prefix).toString('hex');
};

describe('of an address', () => {
  test.each<[address: string, prefix: string | undefined]>([
    ['192.0.2.77', '04c00002'],
    ['192.0.2.1:4711', '04c00002'],
    ['::ffff:192.0.2.77', '04c00002'],
    ['2001:db8:1:2ff::9', '0620010db8000102'],
    ['2001:db8:1:200:1:2:3:4', '0620010db8000102'],
    ['[2001:db8:1:2ff::9]:4711', '0620010db8000102'],
    ['2001:0DB8::', '0620010db8000000'],
    ['fe80::1%eth0', '06fe800000000000'],
    ['64:ff9b::192.0.2.77', '060064ff9b000000'],
    ['::', '0600000000000000'],
    ['unknown', undefined],
    ['', undefined],
    ['192.0.2', undefined],
    ['_hidden', undefined],
  ])('only the neighbourhood counts: %s', (address, prefix) => expect(hex(address)).toBe(prefix));
});

describe('the address that counts', () => {
  const seen = (peer: string | undefined, forwardedFor?: string, proxied = false): SeenAddress => ({
    ...{ peer, forwardedFor, proxied },
  });
  test.each<[about: string, seen: SeenAddress, hops: number, address: string | undefined]>([
    ["is the connection's own without a proxy", seen('198.51.100.7'), 0, '198.51.100.7'],
    ['is none behind a proxy on this machine that nobody told us of', seen('127.0.0.1'), 0, undefined],
    ['is none behind a proxy of a private network', seen('::ffff:10.1.2.3'), 0, undefined],
    ['is none behind a proxy of a private IPv6 network', seen('fd00::7'), 0, undefined],
    ['is none behind a proxy of the link', seen('fe80::7%eth0'), 0, undefined],
    ['is none when a proxy wrote a header', seen('198.51.100.7', '203.0.113.5'), 0, undefined],
    ['is none when a proxy says so otherwise', seen('198.51.100.7', undefined, true), 0, undefined],
    ['is none where the host has no connection', seen(undefined), 0, undefined],
    [
      'is what our one proxy saw, not what the sender claims',
      seen('10.0.0.1', '192.0.2.1, 203.0.113.5'),
      1,
      '203.0.113.5',
    ],
    ['is what the first of our two proxies saw', seen('10.0.0.1', '9.9.9.9, 203.0.113.5, 10.0.0.2'), 2, '203.0.113.5'],
    ['is none when a proxy of ours was passed by', seen('10.0.0.1', '203.0.113.5'), 2, undefined],
    ['is none when our proxy wrote nothing', seen('10.0.0.1'), 1, undefined],
  ])('%s', (...[, given, hops, address]) => expect(clientAddress(given, hops)).toBe(address));
});

describe('a bucket', () => {
  const from = (peer: string): SeenAddress => ({ peer, forwardedFor: undefined, proxied: false });
  const parts = { hops: 0, now: () => 0, newKey: () => randomBytes(32) };

  test('is the same for a neighbourhood and differs between most others', () => {
    const bucketOf = addressBuckets(parts);
    expect(bucketOf(from('203.0.113.5'))).toBe(bucketOf(from('203.0.113.250')));
    const many = Array.from({ length: 1000 }, (_, n) => bucketOf(from(`203.${n >> 8}.${n & 255}.5`)));
    expect(new Set(many).size).toBeGreaterThan(950);
    expect(many.every((bucket) => bucket !== undefined && bucket >= 0 && bucket < bucketCount)).toBe(true);
  });

  test('is another one every day and in every process, so that it leads back to nobody', () => {
    const time = { now: 0 };
    let keys = 0;
    const newKey = () => Buffer.alloc(32, ++keys);
    const [one, other] = [1, 2].map(() => addressBuckets({ hops: 0, now: () => time.now, newKey }));
    const today = one?.(from('203.0.113.5'));
    expect(other?.(from('203.0.113.5'))).not.toBe(today);
    time.now = 86_399_999;
    expect(one?.(from('203.0.113.5'))).toBe(today);
    time.now = 86_400_000;
    expect(one?.(from('203.0.113.5'))).not.toBe(today);
  });

  test('is none where no address can be relied on, or what a proxy wrote is no address', () => {
    expect(addressBuckets(parts)(from('127.0.0.1'))).toBeUndefined();
    const behind = addressBuckets({ ...parts, hops: 1 });
    expect(behind({ peer: '10.0.0.1', forwardedFor: 'unknown', proxied: false })).toBeUndefined();
  });
});
