import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

/** A page of the site that is answered whatever was asked for, such as the one for "not found". */
export type FixedPage = (response: ServerResponse, status: number, headers: Readonly<Record<string, string>>) => void;

/** Reads a page at start, so that it can be answered when nothing else works. Without the file, the answer is empty. */
export function fixedPage(siteDir: string, file: string): FixedPage {
  const name = path.join(siteDir, file);
  const body = existsSync(name) ? readFileSync(name) : Buffer.alloc(0);
  return (response, status, headers) => {
    const length = { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length };
    response.writeHead(status, { ...headers, ...length }).end(response.req.method === 'HEAD' ? undefined : body);
  };
}
