import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressAnswer } from '../../../functions/report/hosts/node/compress.ts';

const page = 'a page of words. '.repeat(100);
const asking = (accept?: string) =>
  new Request('http://signs.example/', { headers: accept === undefined ? {} : { 'accept-encoding': accept } });

test.each<[accept: string | undefined, encoding: string | null, open: (bytes: Buffer) => Buffer]>([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
  ['identity', null, (bytes) => bytes],
  [undefined, null, (bytes) => bytes],
])('to a browser that takes %s a page goes as %s, and is the same page', async (accept, encoding, open) => {
  const answer = await compressAnswer(asking(accept), new Response(page));
  expect(answer.headers.get('content-encoding')).toBe(encoding);
  expect(open(Buffer.from(await answer.arrayBuffer())).toString()).toBe(page);
});
