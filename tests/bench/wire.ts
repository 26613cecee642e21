import { Agent, type IncomingMessage, type RequestOptions, request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';

/** One answer as it came through the wire. */
export interface WireAnswer {
  readonly status: number;
  /** Status line, headers and body, in bytes. */
  readonly bytes: number;
  readonly text: string;
  readonly encoding: string | undefined;
}

export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks as a browser that takes brotli, over a connection that stays open, and counts what comes back on the socket. */
export function ask(url: string, { method = 'GET', path, headers = {}, body = '' }: Asked): Promise<WireAnswer> {
  const agent = new Agent({ keepAlive: true });
  const options: RequestOptions = { agent, method, path, headers: { 'accept-encoding': 'br', ...headers } };
  return new Promise((resolve, reject) => {
    const asking = request(url, options, (answer) => {
      const chunks: Buffer[] = [];
      // Read here: when the answer has ended, the socket is the agent's again.
      const { socket } = answer;
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const found = read(answer, Buffer.concat(chunks));
        resolve({ ...found, bytes: socket.bytesRead });
        agent.destroy();
      });
      answer.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

function read(answer: IncomingMessage, body: Buffer): Omit<WireAnswer, 'bytes'> {
  const encoding = answer.headers['content-encoding'];
  const text = (encoding === 'br' ? brotliDecompressSync(body) : body).toString();
  return { status: answer.statusCode ?? 0, text, encoding };
}
