import fc from 'fast-check';
import { formText, jsonText } from './any-body.ts';

/** One request before it is one: its headers and the bytes of its body. */
export interface FuzzedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Uses the token of a check page of the same answers, so that whatever else is odd may really be sent. */
  readonly withToken: boolean;
}

/** Bytes put in, flipped or cut, also where they break UTF-8. */
const bytesOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    { weight: 12, arbitrary: text.map((all) => Buffer.from(all)) },
    {
      weight: 1,
      arbitrary: fc.tuple(text, fc.nat(500), fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([all, at, more]) => {
        const bytes = Buffer.from(all);
        return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
      }),
    },
    { weight: 1, arbitrary: fc.tuple(text, fc.nat(500)).map(([all, at]) => Buffer.from(all).subarray(0, at)) },
  );

const formTypes = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=iso-8859-1',
  'APPLICATION/X-WWW-FORM-URLENCODED',
];
const jsonTypes = ['application/json', 'application/json;charset=utf-8', 'Application/JSON ; x=y'];
const otherTypes = ['text/plain', 'multipart/form-data; boundary=x', 'application/xml', ''];
const uuid = fc.uuid();
const headers = fc.record(
  {
    'sec-fetch-site': fc.constantFrom(
      ...Array<string>(9).fill('same-origin'),
      'none',
      'cross-site',
      'same-site',
      'nonsense',
    ),
    origin: fc.constantFrom('null', 'http://signs.example', 'http://evil.example', 'nonsense'),
    'idempotency-key': fc.oneof(
      { weight: 3, arbitrary: uuid },
      { weight: 1, arbitrary: fc.constantFrom('1', 'x'.repeat(500), '00000000-0000-0000-0000-000000000000') },
    ),
    'accept-language': fc.constantFrom('en', 'gu;q=0.5', '*', ',,;;q=', 'x'.repeat(300)),
    accept: fc.constantFrom('text/html', 'application/json', '*/*'),
  },
  { requiredKeys: ['sec-fetch-site'] },
);

const ofType = (types: readonly string[], body: fc.Arbitrary<Uint8Array>): fc.Arbitrary<FuzzedRequest> =>
  fc
    .record({ type: fc.constantFrom(...types), rest: headers, body, withToken: fc.boolean() })
    .map(({ type, rest, ...request }) => ({ ...request, headers: { ...rest, 'content-type': type } }));

const forms = bytesOf(formText);
const programs = bytesOf(jsonText);

/** Both kinds a site takes, mostly under their own name, and now and then under another's. */
export const anyRequest: fc.Arbitrary<FuzzedRequest> = fc.oneof(
  { weight: 10, arbitrary: ofType(formTypes, forms) },
  { weight: 10, arbitrary: ofType(jsonTypes, programs) },
  { weight: 1, arbitrary: ofType(jsonTypes, forms) },
  { weight: 1, arbitrary: ofType(formTypes, programs) },
  { weight: 1, arbitrary: ofType(otherTypes, fc.oneof(forms, programs)) },
);
