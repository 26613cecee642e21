import { keyedHash } from '../keyed-hash.ts';
import { addressPrefix } from './address-prefix.ts';
import { clientAddress, type SeenAddress } from './client-address.ts';
import { bucketCount } from './token-buckets.ts';

/** Where a request comes from → the number of a bucket; `undefined` where no address can be relied on. */
export type BucketOf = (seen: SeenAddress) => number | undefined;

export interface AddressBucketParts {
  /** TRUSTED_PROXY. */
  readonly hops: number;
  now(): number;
  /** 32 random bytes. They are never written anywhere, so that no bucket's number leads back to an address. */
  newKey(): Uint8Array;
}

const dayMs = 86_400_000;

/**
 * Puts neighbourhoods (/24 or /56) into buckets by a key that is in memory only and another one every day. This is the
 * only code that is shown an address, and it keeps none.
 */
export function addressBuckets({ hops, now, newKey }: AddressBucketParts): BucketOf {
  let key = newKey();
  let day = Math.floor(now() / dayMs);
  return (seen) => {
    const address = clientAddress(seen, hops);
    const prefix = address === undefined ? undefined : addressPrefix(address);
    if (prefix === undefined) return undefined;
    const today = Math.floor(now() / dayMs);
    if (today !== day) {
      key = newKey();
      day = today;
    }
    return keyedHash(key, 'bucket|', prefix).readUInt32BE() % bucketCount;
  };
}
