import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { NodeRequest, sendNodeResponse } from 'srvx/node';
import { type PageName, pagePath, paths } from '../contract/paths.ts';
import type { BucketOf } from '../steps/flood/address-buckets.ts';
import { capConnections } from './node/cap-connections.ts';
import { compressAnswer } from './node/compress.ts';
import { proxyDemo } from './node/demo-proxy.ts';
import { fixedPage } from './node/fixed-page.ts';
import { notKeptAlive } from './node/not-kept-alive.ts';
import { seenAddress } from './node/seen-address.ts';

export interface NodeHost {
  /** The function: a request for one of its paths, and the bucket it came from → its answer, headers and all. */
  fetch(request: Request, bucket: number | undefined): Promise<Response>;
  /** Where a request comes from → its bucket. Nothing else is ever told an address. */
  readonly bucketOf: BucketOf;
  /** The built site; it is read once, so a rebuilt site needs a restart. */
  readonly siteDir: string;
  readonly locales: readonly string[];
  /** Shut, the addresses of the form answer with the page of phones. */
  readonly intakeOpen: boolean;
  /** The security headers of a page, a page that is never kept, or a file. */
  headers(kind: 'page' | 'private' | 'asset'): Record<string, string>;
  /** Only in demo mode: the courier's port for the demo mailbox, or `undefined` while it is not up. */
  readonly demoPort?: (() => number | undefined) | undefined;
  /** Connections at most; 500 unless handed in. */
  readonly connections?: number | undefined;
}

const functionPaths: readonly string[] = [paths.api, paths.post, paths.health, paths.recipients];
const formPages: readonly PageName[] = ['form', 'form-affected', 'form-under-18'];

/** A slow phone on a slow network may take this long to send its report; whoever takes longer only holds a socket. */
const slowestRequest = 60_000;
const slowestHeaders = 15_000;
const idleSocket = 65_000;
/** With a body of 128 KiB each, what all of them can hold is 64 MiB. */
const mostConnections = 500;

/** Serves the built site and the function on one port. Listening and closing are the caller's. */
export function createNodeHost(host: NodeHost): Server {
  const server = createServer(
    {
      requestTimeout: slowestRequest,
      headersTimeout: slowestHeaders,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 5_000,
    },
    listener(host),
  );
  server.maxHeadersCount = 100;
  server.setTimeout(idleSocket);
  capConnections(server, host.connections ?? mostConnections);
  return server;
}

function listener(host: NodeHost): RequestListener {
  const { siteDir, locales, demoPort, headers } = host;
  const isPrivate = new Set(locales.flatMap((locale) => formPages.map((page) => pagePath(locale, page))));
  const shut = new Set(host.intakeOpen ? [] : [...isPrivate].filter((page) => hasForm(siteDir, page)));
  const notFoundPage = fixedPage(siteDir, '404.html');
  const notFound = (response: ServerResponse, status = 404) => notFoundPage(response, status, headers('page'));
  const answer = functionListener(host);
  const serveFile = sirv(siteDir, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, url) => {
      const kind = kindOf(pageOf(url), isPrivate);
      setAll(response, headers(kind));
      if (isPrivate.has(pageOf(url))) notKeptAlive(response);
    },
  });
  return (request, response) => {
    const url = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (functionPaths.includes(url)) return answer(request, response);
    if (demoPort !== undefined && url.startsWith(paths.demo)) {
      return proxyDemo({ port: demoPort, unavailable: (late) => notFound(late, 503) }, request, response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return notFound(response, 405);
    }
    if (shut.has(pageOf(url))) request.url = phonesInstead(pageOf(url), locales);
    // A part of a file is never asked for by a browser that reads pages, and ranges of compressed files mislead caches.
    delete request.headers.range;
    serveFile(request, response, () => notFound(response));
  };
}

/** The function, compressed. Should it ever throw, whoever asked still gets the page of phones. */
function functionListener({ fetch, bucketOf, siteDir, locales, headers }: NodeHost) {
  const phones = fixedPage(siteDir, `${pagePath(locales[0] ?? 'en', 'phones')}index.html`);
  const run = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = new NodeRequest({ req: incoming, res: response });
    const answer = await fetch(request, bucketOf(seenAddress(incoming)));
    await sendNodeResponse(response, await compressAnswer(request, answer));
  };
  return (incoming: IncomingMessage, response: ServerResponse): void => {
    run(incoming, response)
      .catch(() => {
        if (response.headersSent) response.destroy();
        else phones(response, 503, headers('private'));
      })
      .finally(() => readOn(incoming));
  };
}

/**
 * Whoever still sends when they have their answer is let go on, and nothing of it is kept: closed on, their browser would
 * show an error of its own in place of our answer. The time for a whole request ends it.
 */
function readOn(incoming: IncomingMessage): void {
  if (incoming.complete || incoming.destroyed) return;
  incoming.removeAllListeners('data').resume();
}

/** A site that was built without a form has pages of phones at these addresses, each for its reader; those are kept. */
function hasForm(siteDir: string, page: string): boolean {
  const file = path.join(siteDir, page, 'index.html');
  return existsSync(file) && readFileSync(file, 'utf8').includes(`action="${paths.post}"`);
}

/** The one address of a page that may be asked for in other ways: without its last slash, with its file, in other letters. */
function pageOf(url: string): string {
  const path = decode(url).replace(/\/index\.html$/, '/');
  return /\/[^/.]+$/.test(path) ? `${path}/` : path;
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Only who begins to fill in a form asks for these: in a browser's cache they would show that she did. */
const begunForm = /^\/(live\/|assets\/live-)/;

function kindOf(url: string, isPrivate: ReadonlySet<string>): 'page' | 'private' | 'asset' {
  if (isPrivate.has(url) || begunForm.test(url)) return 'private';
  return url.endsWith('/') || url.endsWith('.html') ? 'page' : 'asset';
}

function phonesInstead(url: string, locales: readonly string[]): string {
  const locale = locales.find((id) => url.startsWith(pagePath(id, 'home'))) ?? 'en';
  return pagePath(locale, 'phones');
}

function setAll(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
