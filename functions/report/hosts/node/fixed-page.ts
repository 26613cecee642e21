import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { lastResortPage } from '../../last-resort.ts';
import { chooseEncoding, type Encoding } from './compress.ts';

/** A page of the site that is answered whatever was asked for, such as the one for "not found". */
export type FixedPage = (response: ServerResponse, status: number, headers: Readonly<Record<string, string>>) => void;

/** What the build leaves beside each page, by its encoding. */
const ends = { br: '.br', gzip: '.gz' } as const satisfies Record<Encoding, string>;

/** Reads a page at start, so that it can be answered when nothing else works. Without the file, it is the page of last resort. */
export function fixedPage(siteDir: string, file: string): FixedPage {
  const read = (end = ''): Buffer | undefined => {
    const name = path.join(siteDir, file + end);
    return existsSync(name) ? readFileSync(name) : undefined;
  };
  const plain = read() ?? Buffer.from(lastResortPage);
  const packed = { br: read(ends.br), gzip: read(ends.gzip) };
  return (response, status, headers) => {
    const encoding = chooseEncoding(response.req.headers['accept-encoding']?.toString());
    const small = encoding && packed[encoding];
    const body = small ?? plain;
    const about = {
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.length,
      vary: 'accept-encoding',
      ...(small ? { 'content-encoding': encoding } : {}),
    };
    response.writeHead(status, { ...headers, ...about }).end(response.req.method === 'HEAD' ? undefined : body);
  };
}
