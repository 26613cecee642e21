import fc from 'fast-check';

/** Changes of a text: letters flipped, put in, taken out, doubled, cut, joined to another, or written another way. */
export function mutatedText(text: string, another: string): fc.Arbitrary<string> {
  const at = fc.nat(text.length);
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom('=', '-', '_', '+', '/', ' ', '\n', '\0'),
  );
  return fc.oneof(
    fc.tuple(at, piece).map(([place, more]) => text.slice(0, place) + more + text.slice(place)),
    fc.tuple(at, piece).map(([place, other]) => text.slice(0, place) + other + text.slice(place + other.length)),
    fc
      .tuple(at, fc.integer({ min: 1, max: 8 }))
      .map(([place, length]) => text.slice(0, place) + text.slice(place + length)),
    at.map((place) => text.slice(0, place) + another.slice(place)),
    at.map((place) => another.slice(0, place) + text.slice(place)),
    fc.tuple(at, at).map(([from, to]) => text.slice(Math.min(from, to)) + text.slice(0, Math.min(from, to))),
    at.map((place) => text.slice(0, place) + swappedCase(text.slice(place, place + 1)) + text.slice(place + 1)),
    fc.constantFrom(
      `${text}=`,
      `${text}==`,
      text.toUpperCase(),
      text.toLowerCase(),
      text.replaceAll('-', '+').replaceAll('_', '/'),
      `${text}${another}`,
      '',
    ),
    fc.string({ unit: 'binary', maxLength: text.length * 2 }),
  );
}

const swappedCase = (letter: string): string =>
  letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();

/** Changes of bytes: bits flipped, bytes set, put in, taken out, cut, joined to another, or anything at all. */
export function mutatedBytes(bytes: Buffer, another: Buffer): fc.Arbitrary<Buffer> {
  const at = fc.nat(bytes.length - 1);
  // Most of a box is one cipher text: its head and tail are tried as often as all the rest.
  const place = fc.oneof(
    at,
    fc.nat(48),
    fc.nat(32).map((back) => bytes.length - 1 - back),
  );
  const more = fc.uint8Array({ minLength: 1, maxLength: 40 });
  return fc.oneof(
    fc.array(fc.tuple(place, fc.nat(7)), { minLength: 1, maxLength: 3 }).map((bits) => {
      const changed = Buffer.from(bytes);
      for (const [where, bit] of bits) changed[where] = (changed[where] ?? 0) ^ (1 << bit);
      return changed;
    }),
    fc.tuple(place, more).map(([where, set]) => {
      const changed = Buffer.from(bytes);
      changed.set(set.subarray(0, changed.length - where), where);
      return changed;
    }),
    fc.tuple(place, more).map(([where, put]) => Buffer.concat([bytes.subarray(0, where), put, bytes.subarray(where)])),
    fc
      .tuple(place, fc.integer({ min: 1, max: 40 }))
      .map(([where, length]) => Buffer.concat([bytes.subarray(0, where), bytes.subarray(where + length)])),
    place.map((where) => bytes.subarray(0, where)),
    place.map((where) => Buffer.concat([bytes.subarray(0, where), another.subarray(where)])),
    place.map((where) => Buffer.concat([another.subarray(0, where), bytes.subarray(where)])),
    fc.uint8Array({ maxLength: 200 }).map((anything) => Buffer.from(anything)),
  );
}
