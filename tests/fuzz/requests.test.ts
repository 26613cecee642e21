import { expect, test } from 'vitest';
import { problems } from '../../functions/report/contract/problem.ts';
import { aHandler, hiddenValue, siteUrl, type TestHandler } from '../support/a-handler.ts';
import { marker } from '../support/fuzz/any-body.ts';
import { anyRequest, type FuzzedRequest } from '../support/fuzz/any-request.ts';
import { fuzz, fuzzTimeout } from '../support/fuzz/fuzz-run.ts';
import { disguises } from '../support/plaintext-scan.ts';

/** Every status there is, but 503: nothing is broken here, so nothing a stranger sends may look like it. */
const statuses = new Set<number>(
  [200, 202, ...Object.values(problems).map(({ status }) => status)].filter((status) => status !== 503),
);

const requestOf = ({ headers, body }: FuzzedRequest): Request =>
  new Request(new URL('/api/answers', siteUrl), { method: 'POST', headers, body: Buffer.from(body) });

/** What a browser would send next: the same form with the token of the check page it was shown. */
async function sentWithToken({ handle }: TestHandler, request: FuzzedRequest): Promise<Request | undefined> {
  const form = Buffer.from(request.body)
    .toString('latin1')
    .replaceAll(/(^|&)step=[^&]*/g, '');
  const asked = (rest: string) => ({ ...request, body: Buffer.from(`${form}&${rest}`, 'latin1') });
  const token = hiddenValue(await (await handle(requestOf(asked('step=check')))).text(), 'token');
  return token === undefined ? undefined : requestOf(asked(`step=send&token=${token}`));
}

test(
  'whatever is sent, the answer is one of the known ones, nothing falls over, and what was typed is shown as text',
  async () => {
    const handler = await aHandler();
    const { handle } = handler;
    const faultsFrom = (start: number) => handler.log.slice(start).filter(({ event }) => event === 'fault');
    const seen = new Map<number, number>();
    let shown = 0;
    const saying = () =>
      `, answers ${[...seen]
        .sort()
        .map(([status, count]) => `${status}×${count}`)
        .join(' ')}`;
    await fuzz({ what: 'requests', long: 100_000, saying }, anyRequest, async (one) => {
      const start = handler.log.length;
      const isForm = /^application\/x-www-form/i.test(one.headers['content-type'] ?? '');
      const withToken = one.withToken && isForm ? await sentWithToken(handler, one) : undefined;
      const answer = await handle(withToken ?? requestOf(one));
      const text = await answer.text();
      expect(statuses).toContain(answer.status);
      expect(faultsFrom(start)).toEqual([]);
      expect(JSON.stringify([...answer.headers])).not.toContain('zq');
      if (answer.headers.get('content-type')?.startsWith('text/html')) {
        expect(text).not.toMatch(/<\/?zq|a="1"|&amp;zq/);
        if (text.includes('&lt;zq')) shown += 1;
      } else {
        expect(() => JSON.parse(text)).not.toThrow();
        for (const value of disguises(`${marker} seen at night`)) expect(Buffer.from(text).includes(value)).toBe(false);
      }
      expect(Object.hasOwn(Object.prototype, 'open')).toBe(false);
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
    });
    expect(shown).toBeGreaterThan(0);
    for (const status of [200, 202, 409, 415, 422]) expect(seen.get(status)).toBeGreaterThan(0);
    expect(JSON.stringify(handler.log)).not.toContain('zq');
  },
  fuzzTimeout,
);
