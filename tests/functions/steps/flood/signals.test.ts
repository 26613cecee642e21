import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sameDayReasons, type UrgencyReason, urgencyReasons } from '../../../../functions/report/contract/decision.ts';
import {
  aHandler,
  type Fields,
  formPost,
  hiddenValue,
  jsonPost,
  type TestHandler,
} from '../../../support/a-handler.ts';

const hour = 3_600_000;
const plain: Fields = { locale: 'en', place: 'car-wash', signs: ['debt'], area: 'leicester' };
const words = 'They sleep behind the tyre shop and nobody is paid';

/** Answers that have this reason for urgency and no other. */
const urgent: Readonly<Record<UrgencyReason, Fields>> = {
  child: { child: 'yes' },
  'under-18': { reporter: 'under-18', child: 'yes' },
  affected: { reporter: 'affected' },
  called: { danger: 'called' },
  'urgent-sign': { signs: ['cannot-leave'], lately: 'today' },
  'danger-unsure': { danger: 'unsure' },
  'child-unsure': { child: 'unsure' },
};

/** How a report is sent: what is in it, after how long, from where, and what came before it. */
interface Sending {
  readonly fields?: Fields;
  readonly afterMs?: number;
  readonly bucket?: number;
  before?(handler: TestHandler): Promise<void>;
}

const fromOneNeighbourhood = (handler: TestHandler) => flood(handler, { count: 6, bucketOf: () => 7 });
const fromEverywhere = (handler: TestHandler) => flood(handler, { count: 61, bucketOf: (n) => 1000 + n });
const sameWords = (handler: TestHandler) =>
  flood(handler, { count: 1, bucketOf: () => 2000, more: { details: `${words.toUpperCase()}!!` } });

const signals: Readonly<Record<string, Sending>> = {
  'a filled honeypot': { fields: { website: 'http://example.org' } },
  'a Send faster than anyone reads': { afterMs: 900 },
  'an empty bucket of its neighbourhood': { bucket: 7, before: fromOneNeighbourhood },
  'an empty bucket for everyone': { bucket: 8, before: fromEverywhere },
  'an empty bucket for everyone, and no address to go by': { before: fromEverywhere },
  'the words of another report': { fields: { details: words }, before: sameWords },
  'all of these at once': {
    fields: { website: 'x', details: words },
    afterMs: 900,
    bucket: 7,
    async before(handler) {
      await sameWords(handler);
      await fromOneNeighbourhood(handler);
      await fromEverywhere(handler);
    },
  },
};

interface Flood {
  readonly count: number;
  bucketOf(n: number): number;
  readonly more?: Fields;
}

/** So many reports of a program at one moment. */
async function flood(handler: TestHandler, { count, bucketOf, more = {} }: Flood) {
  for (let n = 0; n < count; n += 1) {
    const report = jsonPost({ ...plain, ...more }, { 'idempotency-key': randomUUID() });
    expect((await handler.handle(report, bucketOf(n))).status).toBe(202);
  }
}

/** Check and Send as a browser does them; answers how long the mail of this report waits, ms. */
async function waitOf(reason: Fields, { fields = {}, afterMs = 20_000, bucket, before }: Sending): Promise<number> {
  const handler = await aHandler({ releaseDelaySeconds: 900, random: () => 0 });
  const { website: _hidden, ...seen } = { ...plain, ...fields, ...reason };
  const check = await (await handler.handle(formPost({ ...seen, step: 'check' }), bucket)).text();
  handler.later(afterMs);
  await before?.(handler);
  const earlier = new Set((await claimed(handler, 5 * hour)).map(({ id }) => id));
  const send = formPost({ ...plain, ...fields, ...reason, step: 'send', token: hiddenValue(check, 'token') ?? '' });
  expect((await handler.handle(send, bucket)).status).toBe(202);
  const isOurs = ({ id, role }: { id: string; role: string }) => role === 'primary' && !earlier.has(id);
  if ((await claimed(handler, 0)).some(isOurs)) return 0;
  for (let wait = 60_000; wait <= 5 * hour; wait += 60_000)
    if ((await claimed(handler, wait)).some(isOurs)) return wait;
  throw new Error('It is nowhere.');
}

const claimed = ({ courierStore, parts }: TestHandler, wait: number) =>
  courierStore.outbox.claim(parts.now() + wait, 1000);

describe.each(Object.entries(signals))('%s', (_signal, sending) => {
  test.each([...urgencyReasons, ...sameDayReasons])('does not delay a report with the reason %s', async (reason) => {
    expect(await waitOf(urgent[reason], sending)).toBe(0);
  });

  test('puts a report without any reason into the slow lane, for four hours at most', async () => {
    const wait = await waitOf({}, sending);
    expect(wait).toBeGreaterThanOrEqual(0.5 * hour);
    expect(wait).toBeLessThanOrEqual(4 * hour);
  });
});

test('without any signal a report goes with the others', async () => {
  expect(await waitOf({}, { fields: { details: words }, bucket: 8, before: fromOneNeighbourhood })).toBe(0);
});

test('equal answers without words are no signal, and neither are equal short words', async () => {
  const neighbours = (handler: TestHandler) =>
    flood(handler, { count: 3, bucketOf: (n) => n, more: { where: 'Example Street' } });
  expect(await waitOf({}, { fields: { where: 'Example Street' }, bucket: 8, before: neighbours })).toBe(0);
});

test('urgent reports take no token, so nobody can slow others with them', async () => {
  const many = (handler: TestHandler) => flood(handler, { count: 100, bucketOf: () => 7, more: { child: 'yes' } });
  expect(await waitOf({}, { bucket: 7, before: many })).toBe(0);
});

test('a report that is sent again is not taken for a look-alike of itself', async () => {
  const handler = await aHandler({ releaseDelaySeconds: 900, random: () => 0 });
  const answers = { ...plain, details: words };
  const accept = handler.parts.store.accept;
  const answersOfStore = ['refused'] as ('refused' | undefined)[];
  const flaky = { accept: async (report: Parameters<typeof accept>[0]) => answersOfStore.pop() ?? accept(report) };
  const { handle } = await aHandler({ ...handler.parts, store: flaky });
  const key = { 'idempotency-key': randomUUID() };
  expect((await handle(jsonPost(answers, key))).status).toBe(503);
  expect((await handle(jsonPost(answers, key))).status).toBe(202);
  expect((await claimed(handler, 0)).map(({ role }) => role)).toContain('primary');
});
