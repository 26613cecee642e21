import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Plugin } from 'vite';

const paths = ['/api/', '/demo/'];

/**
 * Hands what the function answers to the function's own port. It stands before everything else in the development
 * server: Astro would first put a slash behind the addresses, which are an agreement with programs.
 */
export function functionProxy(port: number): Plugin {
  return {
    name: 'function-proxy',
    configureServer: (server) => () => {
      server.middlewares.stack.unshift({
        route: '',
        handle(incoming: IncomingMessage, response: ServerResponse, next: () => void) {
          if (paths.some((path) => incoming.url?.startsWith(path))) forward(port, incoming, response);
          else next();
        },
      });
    },
  };
}

function forward(port: number, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' });
    response.end('The function is being built: try again in a second.');
  });
  incoming.pipe(onward);
}
