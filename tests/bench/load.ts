/** Load from a process of its own: `node load.ts '{"url":…}'` prints what autocannon measured as one line of JSON. */
import { randomUUID } from 'node:crypto';
import autocannon, { type Request } from 'autocannon';
import type { Load, Loaded } from './put-load.ts';

const { url, body, connections, seconds, requests }: Load = JSON.parse(process.argv[2] ?? '{}');
const withKey = (request: Request): Request => ({
  ...request,
  headers: { ...request.headers, 'idempotency-key': randomUUID() },
});
const result = await autocannon({
  ...{ url, body, connections, method: 'POST' as const },
  ...(requests === undefined ? { duration: seconds ?? 1 } : { amount: requests }),
  headers: { 'content-type': 'application/json' },
  requests: [{ setupRequest: withKey }],
});
const accepted = Number(result.statusCodeStats?.['202']?.count ?? 0);
const loaded: Loaded = {
  perSecond: result.requests.total / result.duration,
  answers: result.requests.total,
  p50: result.latency.p50,
  p99: result.latency.p99,
  failures: result.requests.total - accepted + result.errors,
};
console.log(JSON.stringify(loaded));
