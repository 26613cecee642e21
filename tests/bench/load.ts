/** Load from a process of its own: `node load.ts '{"url":…}'` prints what autocannon measured as one line of JSON. */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import type { Load, Loaded } from './put-load.ts';

const load: Load = JSON.parse(process.argv[2] ?? '{}');
const result = await autocannon({
  url: load.url,
  method: 'POST',
  connections: load.connections,
  duration: load.seconds,
  headers: { 'content-type': 'application/json' },
  body: load.body,
  requests: [
    {
      setupRequest: (request) => ({ ...request, headers: { ...request.headers, 'idempotency-key': randomUUID() } }),
    },
  ],
});
const { latency, requests, errors, timeouts } = result;
const statuses = Object.entries(result.statusCodeStats ?? {}).map(([code, { count }]) => [code, Number(count)]);
const loaded: Loaded = {
  perSecond: requests.total / result.duration,
  answers: requests.total,
  p50: latency.p50,
  p99: latency.p99,
  failures: errors + timeouts,
  statuses: Object.fromEntries(statuses),
};
console.log(JSON.stringify(loaded));
