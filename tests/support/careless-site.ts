import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * A form as most sites have it: its pages may be kept, its boxes remembered, and its answer repeats what was typed.
 * Answers its address.
 */
export async function carelessSite(exit: string): Promise<string> {
  const form = (method: string) =>
    `<form method="${method}" action="/answer"><input name="town"><textarea name="details"></textarea><button>${method}</button></form>`;
  const server = createServer((request, response) => {
    const typed = new URL(request.url ?? '/', 'http://localhost').searchParams.get('town') ?? '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=600' });
    response.end(
      `<!doctype html><title>A page</title><a href="${exit}">Leave page</a><p>${typed}</p>${form('get')}${form('post')}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}
