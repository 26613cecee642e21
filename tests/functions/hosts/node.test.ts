import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../../../functions/report/headers.ts';
import { chooseEncoding } from '../../../functions/report/hosts/node/compress.ts';
import { createNodeHost, type NodeHost } from '../../../functions/report/hosts/node.ts';

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const styleHash = 'sha256-test';
const siteDir = mkdtempSync(path.join(tmpdir(), 'site-'));
const page = (words: string) => `<!doctype html><title>t</title><p>${words}</p>`;
const form = '<form method="post" action="/api/answers"></form>';
const longAnswer = page('an answer '.repeat(200));
const servers: Server[] = [];

beforeAll(() => {
  const pages = {
    'index.html': 'home',
    '404.html': 'not here',
    'en/tell/index.html': form,
    'en/tell/young/index.html': 'phones for you',
    'en/phones/index.html': 'phones',
  };
  for (const [name, words] of Object.entries(pages)) write(name, page(words));
  write('en/index.html', page('start'));
  write('en/index.html.br', brotliCompressSync(page('start')));
  write('404.html.br', brotliCompressSync(page('not here')));
  write('favicon.svg', '<svg/>');
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(siteDir, { recursive: true });
});

function write(name: string, content: string | Buffer): void {
  mkdirSync(path.dirname(path.join(siteDir, name)), { recursive: true });
  writeFileSync(path.join(siteDir, name), content);
}

const answers: Record<string, (request: Request) => Promise<Response>> = {
  '/api/report/health': async () => Response.json({ state: 'ok' }),
  '/api/report/recipients': () => Promise.reject(new Error('a fault inside')),
  '/api/answers': async (request) =>
    new Response(`${longAnswer}${await request.text()}`, { status: 422, headers: { 'content-type': 'text/html' } }),
};

async function start(change: Partial<NodeHost> = {}): Promise<number> {
  const server = createNodeHost({
    fetch: (request) => answers[new URL(request.url).pathname]?.(request) ?? Promise.reject(new Error('no such path')),
    bucketOf: () => undefined,
    siteDir,
    locales: ['en'],
    intakeOpen: true,
    headers: (kind) => securityHeaders({ styleHash, https: false, kind }),
    ...change,
  });
  servers.push(server);
  return listen(server);
}

const listen = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function ask(port: number, url: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', path: url, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject).end(body);
  });
}

const expectSecure = ({ headers }: Got) => {
  expect(headers['content-security-policy']).toContain(`style-src '${styleHash}'`);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
};

describe('the site', () => {
  test('a page comes with every security header and may be kept a while', async () => {
    const got = await ask(await start(), '/en/');
    expect(got.status).toBe(200);
    expect(got.body.toString()).toBe(page('start'));
    expect(got.headers['cache-control']).toBe('public, max-age=600');
    expectSecure(got);
  });

  test('a page comes compressed as the build left it', async () => {
    const got = await ask(await start(), '/en/', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(got.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(got.body).toString()).toBe(page('start'));
    expectSecure(got);
  });

  test.each(['/en/tell/', '/en/tell', '/en/tell/index.html', '/en/t%65ll/', '/en/tell/?again'])(
    'the form is never stored, never kept alive behind Back and never indexed, asked for as %s',
    async (url) => {
      const got = await ask(await start(), url);
      expect(got.status).toBe(203);
      expect(got.body.toString()).toBe(page(form));
      expect(got.headers['cache-control']).toBe('no-store');
      expect(got.headers['x-robots-tag']).toBe('noindex');
    },
  );

  test.each(['/en/tell/', '/en/tell', '/en/tell/index.html', '/en/t%65ll/'])(
    'while intake is shut, the address of the form shows phones, asked for as %s',
    async (url) => {
      const got = await ask(await start({ intakeOpen: false }), url);
      expect(got.status).toBe(200);
      expect(got.body.toString()).toBe(page('phones'));
      expect(got.headers['cache-control']).toBe('public, max-age=600');
    },
  );

  test('while intake is shut, a page that the build made without a form stays as it is', async () => {
    const got = await ask(await start({ intakeOpen: false }), '/en/tell/young/');
    expect(got.body.toString()).toBe(page('phones for you'));
  });

  test.each([
    ['/en/nothing/'],
    ['/demo/'],
    ['/../package.json'],
    ['/%2e%2e/%2e%2e/etc/passwd'],
    ['/%'],
    ['//example.org/'],
  ])('%s is not found, on a page of ours with every header', async (url) => {
    const got = await ask(await start(), url);
    expect(got.status).toBe(404);
    expect(got.body.toString()).toBe(page('not here'));
    expectSecure(got);
  });

  test('what is not found comes as small as every other page, where the browser takes it', async () => {
    const got = await ask(await start(), '/en/nothing/', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(got.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(got.body).toString()).toBe(page('not here'));
    const plain = await ask(await start(), '/en/nothing/', { headers: { 'accept-encoding': 'br;q=0' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  test('a page cannot be posted to', async () => {
    const got = await ask(await start(), '/en/tell/', { method: 'POST', body: 'details=x' });
    expect(got.status).toBe(405);
    expect(got.headers.allow).toBe('GET, HEAD');
    expectSecure(got);
  });

  test('a file that is no page may be kept longer', async () => {
    const got = await ask(await start(), '/favicon.svg');
    expect(got.headers['cache-control']).toBe('public, max-age=3600');
    expect(got.headers['content-type']).toContain('image/svg+xml');
    expectSecure(got);
  });
});

describe('the function', () => {
  test.each<[encoding: string, unpack: (body: Buffer) => Buffer]>([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['identity', (body) => body],
  ])('is asked and its answer comes as %s', async (...[encoding, unpack]) => {
    const headers = { 'accept-encoding': encoding, 'content-type': 'text/plain' };
    const got = await ask(await start(), '/api/answers', { method: 'POST', headers, body: 'ગુજરાતી' });
    expect(got.status).toBe(422);
    expect(unpack(got.body).toString()).toBe(`${longAnswer}ગુજરાતી`);
    expect(got.headers.vary).toBe('Accept-Encoding');
    expect(got.headers['content-length']).toBe(String(got.body.length));
  });

  test('a short answer is left as it is', async () => {
    const got = await ask(await start(), '/api/report/health', { headers: { 'accept-encoding': 'br' } });
    expect(JSON.parse(got.body.toString())).toEqual({ state: 'ok' });
    expect(got.headers['content-encoding']).toBeUndefined();
  });

  test('when it throws, whoever asked gets the page of phones', async () => {
    const got = await ask(await start(), '/api/report/recipients');
    expect(got.status).toBe(503);
    expect(got.body.toString()).toBe(page('phones'));
    expect(got.headers['cache-control']).toBe('no-store');
    expectSecure(got);
  });
});

describe('the demo mailbox', () => {
  test('is what the courier answers, with its headers', async () => {
    const mailbox = createServer((request, response) => {
      response.writeHead(200, { 'x-mailbox': 'yes' }).end(`DEMO ${request.url}`);
    });
    servers.push(mailbox);
    const port = await listen(mailbox);
    const got = await ask(await start({ demoPort: () => port }), '/demo/police@demo.invalid/');
    expect(got.headers['x-mailbox']).toBe('yes');
    expect(got.body.toString()).toBe('DEMO /demo/police@demo.invalid/');
  });

  test.each<[about: string, port: () => number | undefined]>([
    ['has not said where it is', () => undefined],
    ['does not listen', () => 1],
  ])('is away while the courier %s', async (...[, demoPort]) => {
    expect((await ask(await start({ demoPort }), '/demo/')).status).toBe(503);
  });
});

test('whoever is slower than a minute is let go', async () => {
  await start();
  const { headersTimeout = Infinity, requestTimeout = Infinity, timeout = Infinity } = servers.at(-1) ?? {};
  expect(Math.max(headersTimeout, requestTimeout)).toBe(60_000);
  expect(timeout).toBe(65_000);
});

test('noise instead of a request is turned away', async () => {
  const port = await start();
  const said = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('NOISE\r\n\r\n'));
    socket.setEncoding('utf8').on('data', (text: string) => resolve(text));
  });
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
});

test.each<[accept: string | undefined, encoding: string | undefined]>([
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0.1', 'br'],
  ['deflate', undefined],
  ['brotli-like', undefined],
  [undefined, undefined],
])('a browser that accepts %s gets %s', (accept, encoding) => expect(chooseEncoding(accept)).toBe(encoding));
