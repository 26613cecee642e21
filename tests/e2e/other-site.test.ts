import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { aHandler, formPost, hiddenValue, type TestHandler } from '../support/a-handler.ts';
import { aNodeHost } from '../support/a-node-host.ts';
import { openBrowser } from '../support/browser.ts';
import { recordFault } from '../support/faults/record-fault.ts';

const fields = { locale: 'en', signs: 'debt', area: 'leicester' };
const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`);

/** A page of somebody else with a form that posts to us, and presses itself. */
async function otherSite(page: (form: string) => string, action: string): Promise<string> {
  const form = `<form method="post" action="${action}">${inputs.join('')}</form><script>document.forms[0].submit()</script>`;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(page(form));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A request as it came, and what was answered; the browser itself shows no answer of ours inside somebody's frame. */
interface Posted {
  readonly site: string | null;
  readonly origin: string | null;
  readonly answer: Response;
}

const stored = ({ courierStore, parts }: TestHandler) => courierStore.outbox.claim(parts.now() + 90 * 86_400_000, 100);

/** The same with its quotes written so that it fits into an attribute. */
const quoted = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

test.each<[about: string, page: (form: string) => string, origin: 'named' | 'null']>([
  ['a page of another site', (form) => form, 'named'],
  [
    'a frame without an origin on another site',
    (form) => `<iframe sandbox="allow-forms allow-scripts" srcdoc="${quoted(form)}"></iframe>`,
    'null',
  ],
])(
  'F28: in a browser a post from %s is answered 403, with phones, and nothing is stored',
  async (...[about, page, origin]) => {
    const handler = await aHandler();
    const { promise: posted, resolve } = Promise.withResolvers<Posted>();
    const { port } = await aNodeHost({
      host: {
        async fetch(request) {
          const answer = await handler.handle(request);
          const { headers } = request;
          resolve({ site: headers.get('sec-fetch-site'), origin: headers.get('origin'), answer: answer.clone() });
          return answer;
        },
      },
    });
    const browser = await openBrowser();
    const tab = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
    await tab.goto(await otherSite(page, `http://localhost:${port}/api/answers`)).catch(() => undefined);
    const { site, origin: said, answer } = await posted;
    expect(site).toBe('cross-site');
    expect(said === 'null').toBe(origin === 'null');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('href="tel:999"');
    expect(await stored(handler)).toEqual([]);
    recordFault({
      row: 'F28',
      adapter: 'chromium',
      injected: `a post from ${about}`,
      times: 1,
      result: '403, nothing stored',
    });
  },
);

test.each<[about: string, headers: Record<string, string>, status: number]>([
  ['that says it comes from another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['from another site that hides its name', { 'sec-fetch-site': 'cross-site', origin: 'null' }, 403],
  ['of an old browser on another site', { 'sec-fetch-site': 'none', origin: 'https://other.example' }, 403],
  ['that says nothing of where it comes from and has no token', { 'sec-fetch-site': 'none' }, 422],
])('F28: a post %s is turned away', async (...[about, headers, status]) => {
  const handler = await aHandler();
  const answer = await handler.handle(formPost({ ...fields, step: 'send' }, headers));
  const page = await answer.text();
  expect(answer.status).toBe(status);
  expect(page).toContain('href="tel:999"');
  expect(await stored(handler)).toEqual([]);
  recordFault({
    row: 'F28',
    adapter: 'unit',
    injected: `a post ${about}`,
    times: 1,
    result: `${status}, nothing stored`,
  });
});

test('an old browser that says nothing of where it comes from goes by its token', async () => {
  const { handle } = await aHandler();
  const said = { 'sec-fetch-site': 'none' };
  const check = await (await handle(formPost({ ...fields, step: 'check' }, said))).text();
  const sent = await handle(formPost({ ...fields, step: 'send', token: hiddenValue(check, 'token') ?? '' }, said));
  expect(sent.status).toBe(202);
});
