import { type IncomingMessage, request, type ServerResponse } from 'node:http';

export interface DemoProxy {
  /** The courier's port for the demo mailbox; `undefined` while the courier is not up. */
  port(): number | undefined;
  /** Answers when the mailbox cannot. */
  unavailable(response: ServerResponse): void;
}

/** Hands a request for `/demo/` to the courier, who alone can read what was mailed. */
export function proxyDemo({ port, unavailable }: DemoProxy, incoming: IncomingMessage, response: ServerResponse): void {
  const to = port();
  if (to === undefined) {
    unavailable(response);
    return;
  }
  const onward = request({ host: '127.0.0.1', port: to, path: incoming.url, method: incoming.method }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => (response.headersSent ? response.destroy() : unavailable(response)));
  onward.end();
}
