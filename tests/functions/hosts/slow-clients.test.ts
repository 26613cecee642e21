import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { aNodeHost, rawClient } from '../../support/a-node-host.ts';
import { recordFault } from '../../support/faults/record-fault.ts';

const form = 'content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin';
const head = (length: number) =>
  `POST /api/answers HTTP/1.1\r\nhost: signs.example\r\n${form}\r\ncontent-length: ${length}\r\n\r\n`;
const beginning = 'locale=en&signs=debt&where=Example+Street&details=';

const check = (port: number, fields = 'locale=en&signs=debt&area=leicester&step=check') =>
  fetch(`http://127.0.0.1:${port}/api/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: fields,
  });

/** Writes a letter now and then until the connection ends or it is told to stop. */
function drip({ socket }: ReturnType<typeof rawClient>): () => void {
  const timer = setInterval(() => socket.writable && socket.write('a'), 10);
  socket.once('close', () => clearInterval(timer));
  return () => clearInterval(timer);
}

const record = (injected: string, times: number, result: string) =>
  recordFault({ row: 'F27', adapter: 'node', injected, times, result });

describe('somebody who is slow', () => {
  test('F27: a body that comes letter by letter is answered 408, with phones and what came of it', async () => {
    const { port } = await aNodeHost({ parts: { bodyPace: { everyMs: 200, leastBytes: 500, lastLook: 50 } } });
    const client = rawClient(port);
    client.socket.write(head(5000) + beginning);
    const stop = drip(client);
    const page = await client.got(/<\/html>/);
    stop();
    expect(page).toMatch(/^HTTP\/1\.1 408 /);
    expect(page).toContain('href="tel:999"');
    expect(page).toContain('Example Street');
    record('body of one byte at a time', 1, '408 with phones and what came');
  });

  test('but whose body comes steadily is answered as anybody', async () => {
    const { port } = await aNodeHost({ parts: { bodyPace: { everyMs: 100, leastBytes: 5, lastLook: 100 } } });
    const client = rawClient(port);
    client.socket.write(head(beginning.length + 40) + beginning);
    drip(client);
    expect(await client.got(/<\/html>/)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('and never ends is answered at the last look, however much came', async () => {
    const { port } = await aNodeHost({ parts: { bodyPace: { everyMs: 50, leastBytes: 0, lastLook: 3 } } });
    const client = rawClient(port);
    client.socket.write(head(100_000) + beginning);
    drip(client);
    expect(await client.got(/<\/html>/)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('F27: a hundred who send a byte now and then do not hold up anyone else', async () => {
    const { port, server } = await aNodeHost({ host: { connections: 20 } });
    const slow = Array.from({ length: 100 }, () => rawClient(port));
    for (const client of slow) {
      client.socket.write(`${head(5000).slice(0, -2)}x-slow: `);
      drip(client);
    }
    await Promise.all(slow.slice(0, 80).map(({ ended }) => ended));
    const open = await new Promise<number>((resolve) => server.getConnections((_fault, count) => resolve(count)));
    expect(open).toBeLessThanOrEqual(20);
    const answers = await Promise.all(Array.from({ length: 10 }, () => check(port)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    record('connections with headers of one byte at a time', 100, 'others answered, the slowest let go');
  });

  test('an answer that takes a while is never cut off for somebody new', async () => {
    const { promise: free, resolve: release } = Promise.withResolvers<void>();
    const { promise: asked, resolve: began } = Promise.withResolvers<void>();
    const fetchSlowly = async () => {
      began();
      await free;
      return new Response('done');
    };
    const { port } = await aNodeHost({ host: { connections: 5, fetch: fetchSlowly } });
    const first = fetch(`http://127.0.0.1:${port}/api/report/health`);
    await asked;
    const others = Array.from({ length: 30 }, () => rawClient(port));
    await Promise.all(others.map(({ socket }) => once(socket, 'connect')));
    await Promise.all(others.slice(0, 20).map(({ ended }) => ended));
    release();
    expect(await (await first).text()).toBe('done');
  });
});

describe('somebody who sends too much', () => {
  test('F27: ten megabytes are answered 413, with phones and the first of it, while they still come', async () => {
    const { port } = await aNodeHost();
    const client = rawClient(port);
    client.socket.write(head(10_000_000) + beginning + 'a'.repeat(200_000));
    const page = await client.got(/<\/html>/);
    expect(page).toMatch(/^HTTP\/1\.1 413 /);
    expect(page).toContain('href="tel:999"');
    expect(page).toContain('Example Street');
    record('body of ten megabytes', 1, '413 with phones and the first of it');
  });

  test('F27: whoever sends all ten megabytes before looking finds the same answer', async () => {
    const { port } = await aNodeHost();
    const answer = await check(port, beginning + 'a'.repeat(10_000_000));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Example Street');
    record('body of ten megabytes', 1, '413 with phones and the first of it');
  });

  test('F27: ten thousand fields are answered 413, with phones', async () => {
    const { port } = await aNodeHost();
    const answer = await check(port, 'signs=debt&'.repeat(10_000));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('href="tel:999"');
    record('ten thousand fields', 1, '413 with phones');
  });

  test('F27: a connection on which too much came can be used again once it is through', async () => {
    const { port } = await aNodeHost();
    const client = rawClient(port);
    client.socket.write(head(1_000_000) + 'a'.repeat(1_000_000));
    await client.got(/<\/html>/);
    client.socket.write('GET /api/report/health HTTP/1.1\r\nhost: signs.example\r\n\r\n');
    expect(await client.got(/"state"/)).toMatch(/HTTP\/1\.1 413 [\s\S]*HTTP\/1\.1 200 /);
    record('body of a megabyte on a kept connection', 1, '413, and the next request answered');
  });
});
