import type { ServerResponse } from 'node:http';

/**
 * Answers a page as 203 instead of 200. Chromium keeps a page that was left alive for a while, with all that was typed
 * into it, and Back shows it again; `no-store` does not stop that any more, but only a page that came as 200 is kept.
 * So whoever presses Back after "Leave page" finds the form empty, without a script.
 */
export function notKeptAlive(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    Reflect.apply(writeHead, response, [status === 200 ? 203 : status, ...rest]);
}
