import { describe, expect, test } from 'vitest';
import { textLimits } from '../../functions/report/contract/answers.ts';
import {
  aHandler,
  aMailbox,
  everyMailbox,
  type Fields,
  formPost,
  hiddenValue,
  jsonPost,
  onlyPolice,
  siteUrl,
  type TestHandler,
} from '../support/a-handler.ts';
import { words } from '../support/words-of.ts';

const garment: Fields = {
  locale: 'en',
  place: 'garment-factory',
  signs: ['documents-or-money-held'],
  area: 'leicester',
};
const uuid = '3f0c8a52-7f0e-4d5b-9a63-0a1b2c3d4e5f';
const key = { 'idempotency-key': uuid };

/** Check, wait as a person would, then send: the two presses that every report takes. */
async function tell(handler: TestHandler, fields: Fields): Promise<Response> {
  const check = await (await handler.handle(formPost({ ...fields, step: 'check' }))).text();
  handler.later(10_000);
  return handler.handle(formPost({ ...fields, step: 'send', token: hiddenValue(check, 'token') ?? '' }));
}

const stored = async ({ courierStore, parts }: TestHandler) =>
  courierStore.outbox.claim(parts.now() + 90 * 86_400_000, 100);

describe('a report on the path of the site', () => {
  test('is shown before it is sent and stored once it is', async () => {
    const handler = await aHandler();
    const check = await handler.handle(formPost({ ...garment, step: 'check' }));
    expect(check.status).toBe(200);
    expect(await stored(handler)).toEqual([]);
    const receipt = await tell(handler, garment);
    expect(receipt.status).toBe(202);
    expect((await stored(handler)).map(({ recipient, role }) => `${role} ${recipient}`)).toEqual([
      'primary police',
      'then helpline',
    ]);
  });

  test('sent twice is one report with the same receipt', async () => {
    const handler = await aHandler();
    const check = await (await handler.handle(formPost({ ...garment, step: 'check' }))).text();
    const send = () => handler.handle(formPost({ ...garment, step: 'send', token: hiddenValue(check, 'token') ?? '' }));
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status].sort()).toEqual([200, 202]);
    const receipts = await Promise.all(
      [first, second].map(async (answer) => (await answer.text()).match(/(\d{4} ){4}\d{4}/)?.[0]),
    );
    expect(receipts[0]).toMatch(/\d/);
    expect(receipts[1]).toBe(receipts[0]);
    expect(await stored(handler)).toHaveLength(2);
  });

  test('with somebody left out is shown again before it goes to anyone new', async () => {
    const handler = await aHandler();
    const changed = await tell(handler, { ...garment }).then(() => tell2(handler));
    expect(changed.status).toBe(200);
    const page = await changed.text();
    const sent = await handler.handle(
      formPost({ ...garment, exclude: ['police'], step: 'send', token: hiddenValue(page, 'token') ?? '' }),
    );
    expect(sent.status).toBe(202);
    const envelopes = (await stored(handler)).filter(({ id }) => id !== undefined);
    expect(envelopes.filter(({ recipient }) => recipient === 'police')).toHaveLength(1);
    expect(envelopes.filter(({ recipient, role }) => recipient === 'helpline' && role === 'primary')).toHaveLength(1);
  });

  /** The first report went to the police; the second leaves them out on the check page and presses Send. */
  async function tell2(handler: TestHandler): Promise<Response> {
    const check = await (await handler.handle(formPost({ ...garment, step: 'check' }))).text();
    return handler.handle(
      formPost({ ...garment, exclude: ['police'], step: 'send', token: hiddenValue(check, 'token') ?? '' }),
    );
  }

  test('whose recipients changed since the page was made is shown again', async () => {
    const handler = await aHandler();
    const check = await (await handler.handle(formPost({ ...garment, step: 'check' }))).text();
    const fewer = await aHandler({ recipients: onlyPolice });
    const answer = await fewer.handle(formPost({ ...garment, step: 'send', token: hiddenValue(check, 'token') ?? '' }));
    expect(answer.status).toBe(200);
    expect(await stored(fewer)).toEqual([]);
  });

  test.each<[about: string, token: (fresh: string) => string, wait: number]>([
    ['older than two hours', (fresh) => fresh, 3 * 60 * 60 * 1000],
    ['changed in one letter', (fresh) => `${fresh.startsWith('A') ? 'B' : 'A'}${fresh.slice(1)}`, 10_000],
    ['missing', () => '', 10_000],
  ])(
    'with a token that is %s comes back as the check page with every answer and a new token',
    async (_about, token, wait) => {
      const handler = await aHandler();
      const answers = { ...garment, where: 'behind the tyre shop' };
      const check = await (await handler.handle(formPost({ ...answers, step: 'check' }))).text();
      handler.later(wait);
      const answer = await handler.handle(
        formPost({ ...answers, step: 'send', token: token(hiddenValue(check, 'token') ?? '') }),
      );
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain('behind the tyre shop');
      const again = await handler.handle(
        formPost({ ...answers, step: 'send', token: hiddenValue(page, 'token') ?? '' }),
      );
      expect(again.status).toBe(202);
    },
  );

  test('sent faster than anyone reads is taken all the same', async () => {
    const handler = await aHandler();
    const check = await (await handler.handle(formPost({ ...garment, step: 'check' }))).text();
    const answer = await handler.handle(
      formPost({ ...garment, step: 'send', website: 'x', token: hiddenValue(check, 'token') ?? '' }),
    );
    expect(answer.status).toBe(202);
  });

  test('with every text at its limit in Gujarati and in emoji is taken', async () => {
    for (const letter of ['ક', '😀']) {
      const handler = await aHandler();
      const texts = Object.entries(textLimits).map(([field, limit]) => [field, letter.repeat(limit)]);
      expect((await tell(handler, { ...garment, ...Object.fromEntries(texts) })).status).toBe(202);
    }
  });
});

describe('what cannot be taken', () => {
  test.each<[about: string, fields: Fields, status: number]>([
    ['danger now is answered with 999 and nothing is kept', { ...garment, danger: 'yes' }, 409],
    ['danger now with nothing else said is still answered with 999', { danger: 'yes' }, 409],
    ['a formal referral is shown its own ways', { ...garment, reporter: 'professional' }, 409],
    ['only pay is shown who can get pay back', { signs: ['long-hours'], concern: 'pay-only', area: 'leicester' }, 409],
    ['somewhere else is shown phones for the whole country', { ...garment, area: 'outside' }, 409],
    ['nothing said is asked for one sign or some words', { area: 'leicester' }, 422],
    ['an unknown sign is shown again', { ...garment, signs: ['nonsense'] }, 422],
    ['an unknown field is shown again', { ...garment, postcode: 'LE1' }, 422],
    ['everyone left out is said to leave nobody', { ...garment, exclude: ['police', 'helpline'] }, 409],
    ['the police left out for a child is refused and said', { ...garment, child: 'yes', exclude: ['police'] }, 422],
  ])('%s', async (_about, fields, status) => {
    const handler = await aHandler();
    const words = { where: 'Example Street <b>&', details: 'white van' };
    const isSilent = fields['signs'] === undefined;
    const answer = await handler.handle(formPost({ ...(isSilent ? {} : words), ...fields, step: 'send' }));
    const page = await answer.text();
    expect(answer.status).toBe(status);
    if (!isSilent) expect(page).toContain('Example Street &lt;b&gt;&amp;');
    if (!isSilent) expect(page).toContain('white van');
    expect(page).toContain('href="tel:999"');
    expect(await stored(handler)).toEqual([]);
  });

  test.each<[about: string, over: () => Parameters<typeof aHandler>[0], status: number]>([
    ['a store that cannot write', () => ({ store: { accept: async () => 'refused' } }), 503],
    ['a store that falls over', () => ({ store: { accept: () => Promise.reject(new Error('disk')) } }), 503],
    ['no day key', () => ({ keys: { current: async () => undefined } }), 503],
    ['a closed intake', () => ({ open: false }), 503],
    ['no mailbox left at all', () => ({ recipients: new Map() }), 503],
  ])('with %s the person is told so, and keeps every word and a phone', async (_about, over, status) => {
    const working = await aHandler();
    const fields = { ...garment, where: 'behind the tyre shop' };
    const check = await (await working.handle(formPost({ ...fields, step: 'check' }))).text();
    const broken = await aHandler(over());
    const answer = await broken.handle(formPost({ ...fields, step: 'send', token: hiddenValue(check, 'token') ?? '' }));
    const page = await answer.text();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '60' : null);
    expect(page).toContain('behind the tyre shop');
    expect(page).toContain('href="tel:');
    expect(await stored(broken)).toEqual([]);
  });

  test('a post from another site is turned away with phones', async () => {
    const { handle } = await aHandler();
    const answer = await handle(formPost(garment, { 'sec-fetch-site': 'cross-site' }));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('href="tel:999"');
  });

  test('a read of the form address is answered with a way to the form', async () => {
    const { handle } = await aHandler();
    const answer = await handle(new Request(new URL('/api/answers', siteUrl)));
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(await answer.text()).toContain('href="/en/tell/"');
  });

  test('a read of the form address, as from the history of a phone, is in a language that the browser asks for', async () => {
    const language = async (id: string) => ({ shell: `<html lang="${id}">@@title@@@@menu@@@@main@@</html>`, words });
    const { handle } = await aHandler({ locales: ['en', 'gu'], language });
    const read = async (accept: string) => {
      const headers = { 'accept-language': accept };
      return (await handle(new Request(new URL('/api/answers', siteUrl), { headers }))).text();
    };
    expect(await read('de, gu-IN;q=0.8, en;q=0.5')).toContain('<html lang="gu">');
    expect(await read('de, pl;q=0.8')).toContain('<html lang="en">');
  });

  test('too much is turned away with what could be read', async () => {
    const { handle } = await aHandler();
    const answer = await handle(formPost({ where: 'behind the tyre shop', details: 'a'.repeat(140_000) }));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('behind the tyre shop');
  });
});

describe('steps that keep nothing', () => {
  test('a place shows its signs and keeps every answer, right or wrong', async () => {
    const { handle } = await aHandler();
    const answer = await handle(
      formPost({ ...garment, place: 'car-wash', where: 'Example Street', danger: 'nonsense', step: 'place' }),
    );
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Example Street');
  });

  test('the sign check has three answers', async () => {
    const { handle } = await aHandler();
    const level = async (signs: string[]) => (await (await handle(jsonPost({ signs, step: 'signs' }))).json()).level;
    expect(await level([])).toBe('nothing-ticked');
    expect(await level(['cannot-leave'])).toBe('call-999');
    expect(await level(['debt'])).toBe('tell-today');
    expect(await level(['long-hours'])).toBe('worth-telling');
  });
});

describe('a program', () => {
  test('is told the receipt, the state and everyone who gets it', async () => {
    const handler = await aHandler();
    const answer = await handler.handle(jsonPost(garment, key));
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({
      receipt: expect.stringMatching(/^(\d{4} ){4}\d{4}$/),
      state: 'queued',
      recipients: [{ id: 'police', role: 'primary' }],
      then: ['helpline'],
      contacts: expect.arrayContaining(['helpline', 'crimestoppers']),
    });
  });

  test('that sends again gets 200 and the same receipt', async () => {
    const { handle } = await aHandler();
    const first = await (await handle(jsonPost(garment, key))).json();
    const again = await handle(jsonPost(garment, key));
    expect(again.status).toBe(200);
    expect((await again.json()).receipt).toBe(first.receipt);
  });

  test('without an Idempotency-Key is told that it is missing', async () => {
    const { handle } = await aHandler();
    const answer = await handle(jsonPost(garment));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'token', code: 'missing' }] });
  });

  test('is told every wrong field, by code and without its value', async () => {
    const { handle } = await aHandler();
    const answer = await handle(jsonPost({ ...garment, danger: 'sekret', nonsense: 'sekret' }, key));
    const body = await answer.text();
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(body).errors).toEqual([
      { field: 'danger', code: 'unknown-value' },
      { field: 'nonsense', code: 'unknown-value' },
    ]);
    expect(body).not.toContain('sekret');
  });

  test('is told whom to phone when a report is not for us', async () => {
    const { handle } = await aHandler();
    const answer = await handle(jsonPost({ ...garment, danger: 'yes' }, key));
    expect(answer.status).toBe(409);
    expect((await answer.json()).contacts).toContain('emergency');
  });

  test('may ask how we are and who is configured, and learns no count', async () => {
    const { handle } = await aHandler();
    const health = await handle(new Request(new URL('/api/report/health', siteUrl)));
    expect(await health.json()).toEqual({ state: 'ok', why: 'ok' });
    const recipients = await handle(new Request(new URL('/api/report/recipients', siteUrl)));
    expect(await recipients.json()).toEqual({ configured: [...everyMailbox.keys()], secondContacts: true });
  });
});

describe('what a page says about who reads', () => {
  test('a mailbox that is not read now says until when, before Send and on the receipt', async () => {
    const recipients = new Map([['police', aMailbox({ reads: 'Mon-Fri 09:00-10:00' })]]);
    const handler = await aHandler({ recipients });
    const check = await handler.handle(formPost({ ...garment, step: 'check' }));
    expect(await check.text()).toContain('Tuesday');
    expect(await (await tell(handler, garment)).text()).toContain('Tuesday');
  });

  test('where a police body runs the site, leaving out the police is refused and never offered', async () => {
    const handler = await aHandler({ mayLeaveOutPolice: false });
    const check = await (await handler.handle(formPost({ ...garment, step: 'check' }))).text();
    expect(check).not.toMatch(/name="exclude"[^>]*value="police"/);
    const refused = await handler.handle(formPost({ ...garment, exclude: ['police'], step: 'check' }));
    expect(refused.status).toBe(422);
  });
});

test('every answer has the same policy, is never stored, and logs nothing that was written', async () => {
  const handler = await aHandler();
  const canary = 'zebra-lighthouse';
  const posts = [
    formPost({ ...garment, where: canary }),
    formPost({ where: canary, signs: canary }),
    jsonPost({ where: canary }, key),
  ];
  for (const post of posts) {
    const answer = await handler.handle(post);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'sha256-test'");
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(JSON.stringify([...answer.headers])).not.toContain(canary);
  }
  expect(JSON.stringify(handler.log)).not.toContain(canary);
  expect(handler.log).toHaveLength(posts.length);
});

describe('what is not ours in an answer', () => {
  const strange = { signs: 'a-sign', place: 'a-place', area: 'an-area', danger: 'perhaps' };

  test('stands as it came on the page that keeps the answers when nothing can be taken', async () => {
    const { handle } = await aHandler({ open: false });
    const page = await (await handle(formPost({ ...strange, step: 'send' }))).text();
    for (const code of Object.values(strange)) expect(page).toContain(code);
  });
});

test('a service that is down says so with 503, for whoever watches it', async () => {
  const { handle } = await aHandler({ health: async () => ({ state: 'down', why: 'store' }) });
  expect((await handle(new Request(new URL('/api/report/health', siteUrl)))).status).toBe(503);
});

test('a form that is sent without its token gets the check page again', async () => {
  const { handle } = await aHandler();
  const answer = await handle(formPost({ ...garment, step: 'send' }));
  expect(answer.status).not.toBe(202);
  expect(hiddenValue(await answer.text(), 'token')).toBeDefined();
});

test('on https the receipt also clears what the browser keeps of the site', async () => {
  const handler = await aHandler({ siteUrl: new URL('https://signs.example') });
  expect((await tell(handler, garment)).headers.get('clear-site-data')).toBe('"cache"');
});

test('a program that sends the wrong type and takes JSON is answered in JSON', async () => {
  const { handle } = await aHandler();
  const headers = { 'content-type': 'text/plain', accept: 'application/json' };
  const answer = await handle(new Request(new URL('/api/report', siteUrl), { method: 'POST', body: 'x', headers }));
  expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
    status: 415,
    type: 'application/problem+json',
  });
});
