import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { Claim } from '../../../functions/report/outbox/outbox.ts';
import { addressBuckets } from '../../../functions/report/steps/flood/address-buckets.ts';
import { mondayNoon } from '../../support/a-handler.ts';
import { aNodeHost } from '../../support/a-node-host.ts';
import { recordFault } from '../../support/faults/record-fault.ts';

const reports = process.env['KTS_LONG'] === undefined ? 1000 : 10_000;
const oneOtherIn = 100;
const hour = 3_600_000;
const body = JSON.stringify({ signs: ['debt'], area: 'leicester', concern: 'labour' });

/** One report of a program, as our proxy hands it on. */
function post(port: number, agent: Agent, { id, from }: { id: string; from: string }): Promise<number> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': id, 'x-forwarded-for': from };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, agent, method: 'POST', path: '/api/report', headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject).end(body);
  });
}

const primaries = (claims: readonly Claim[]) =>
  new Set(claims.filter(({ role }) => role === 'primary').map(({ id }) => id));
const plainId = (uuid: string) => uuid.replaceAll('-', '');

test('F26: a flood from one neighbourhood is all stored and goes the slow lane, and everyone else goes at once', async () => {
  const bucketOf = addressBuckets({ hops: 1, now: () => mondayNoon, newKey: () => randomBytes(32) });
  const { port, later, courierStore, parts, log } = await aNodeHost({
    parts: { releaseDelaySeconds: 900, random: () => 0 },
    host: { bucketOf },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  onTestFinished(() => agent.destroy());
  const others: string[] = [];
  const statuses = new Map<number, number>();
  const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
  let next = 0;
  const sender = async () => {
    for (let n = next++; n < reports; n = next++) {
      count(await post(port, agent, { id: randomUUID(), from: `203.0.113.${n % 256}` }));
      if (n % oneOtherIn > 0) continue;
      later(1000); // everyone together has one report a second
      const id = randomUUID();
      others.push(plainId(id));
      count(await post(port, agent, { id, from: `198.${n % 251}.${Math.floor(n / 251)}.9` }));
    }
  };
  await Promise.all(Array.from({ length: 16 }, sender));
  expect(statuses).toEqual(new Map([[202, reports + others.length]]));
  const now = parts.now();
  const atOnce = primaries(await courierStore.outbox.claim(now, 50_000));
  expect(others.filter((id) => !atOnce.has(id))).toEqual([]);
  const fullBucket = 5;
  expect(atOnce.size - others.length).toBeLessThanOrEqual(fullBucket + Math.floor((now - mondayNoon) / 60_000));
  const slow = primaries(await courierStore.outbox.claim(now + 4 * hour, 100_000));
  expect(new Set([...slow, ...atOnce]).size).toBe(reports + others.length);
  expect(JSON.stringify(log)).not.toMatch(/203\.0\.113|198\.\d/);
  recordFault({
    ...{ row: 'F26', adapter: 'node', injected: 'reports from one neighbourhood', times: reports },
    result: 'all stored in the slow lane, others stored and sent at once',
  });
});
