import { describe, expect, test } from 'vitest';
import { requestLimits } from '../../../functions/report/contract/answers.ts';
import { type ReceiveResult, receive } from '../../../functions/report/steps/receive.ts';

const ours = 'signs.example';
const form = 'application/x-www-form-urlencoded';

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request(`http://${ours}/api/answers`, {
    method: 'POST',
    body,
    headers: { 'content-type': form, ...headers },
  });
}

const outcome = (result: ReceiveResult) => (result.ok ? 'received' : result.problem.code);

describe('where a request comes from', () => {
  test.each<[about: string, headers: Record<string, string>, result: string]>([
    ['a page of ours is let in', { 'sec-fetch-site': 'same-origin' }, 'received'],
    ['another site is turned away', { 'sec-fetch-site': 'cross-site' }, 'other-site'],
    ['another host of the same domain is turned away', { 'sec-fetch-site': 'same-site' }, 'other-site'],
    [
      'another site with a null origin is turned away',
      { 'sec-fetch-site': 'cross-site', origin: 'null' },
      'other-site',
    ],
    ['an old browser with our origin is let in', { origin: `http://${ours}` }, 'received'],
    [
      'an old browser on another name for this host is let in',
      { origin: 'http://pi.local:4321', host: 'pi.local:4321' },
      'received',
    ],
    ['an old browser on another site is turned away', { origin: 'http://evil.example', host: ours }, 'other-site'],
    ['an origin that is no address is turned away', { origin: 'nonsense' }, 'other-site'],
    ['a browser that says nothing goes by its token later', {}, 'received'],
    ['a null origin alone goes by its token later', { origin: 'null' }, 'received'],
  ])('%s', async (_about, headers, result) => {
    expect(outcome(await receive(post('signs=debt', headers), ours))).toBe(result);
  });
});

describe('how a request is made', () => {
  test.each<[about: string, request: Request, result: string]>([
    ['a read is the wrong method', new Request(`http://${ours}/api/answers`), 'wrong-method'],
    [
      'a body of no type is the wrong type',
      new Request(`http://${ours}/api/answers`, { method: 'POST', body: Buffer.from('signs=debt') }),
      'wrong-type',
    ],
    [
      'no body is a form with nothing in it',
      new Request(`http://${ours}/api/answers`, { method: 'POST', headers: { 'content-type': form } }),
      'received',
    ],
    [
      'a form with files is the wrong type',
      post('x', { 'content-type': 'multipart/form-data; boundary=x' }),
      'wrong-type',
    ],
    ['plain text is the wrong type', post('x', { 'content-type': 'text/plain' }), 'wrong-type'],
    ['a charset beside the type is fine', post('signs=debt', { 'content-type': `${form};charset=UTF-8` }), 'received'],
    ['JSON is fine', post('{}', { 'content-type': 'application/json' }), 'received'],
    ['a body of the limit is read', post(`details=${'a'.repeat(requestLimits.bodyBytes - 8)}`), 'received'],
    [
      'a body one byte over the limit is too large',
      post(`details=${'a'.repeat(requestLimits.bodyBytes - 7)}`),
      'too-large',
    ],
    ['as many fields as allowed are read', post('a=1&'.repeat(requestLimits.fields)), 'received'],
    ['one field more is too large', post('a=1&'.repeat(requestLimits.fields + 1)), 'too-large'],
    ['ten thousand signs are too large', post('signs=debt&'.repeat(10_000)), 'too-large'],
  ])('%s', async (_about, request, result) => {
    expect(outcome(await receive(request, ours))).toBe(result);
  });

  test('a body that stops half way is answered as timed out and throws nothing', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('signs=de'));
        controller.error(new Error('gone'));
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body,
      headers: { 'content-type': form },
      duplex: 'half',
    };
    expect(outcome(await receive(new Request(`http://${ours}/api/answers`, init), ours))).toBe('timed-out');
  });

  test('a stream without end is read no further than the limit', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(97));
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body,
      headers: { 'content-type': form },
      duplex: 'half',
    };
    expect(outcome(await receive(new Request(`http://${ours}/api/answers`, init), ours))).toBe('too-large');
    expect(sent).toBeLessThan(8 * 65_536);
  });

  test('what was written in a body over the limit is kept as far as it was read', async () => {
    const result = await receive(post(`where=Example+Street&details=${'a'.repeat(requestLimits.bodyBytes)}`), ours);
    expect(result.ok ? undefined : result.problem.raw.get('where')).toEqual(['Example Street']);
  });
});

describe('what is read of a body', () => {
  const read = async (request: Request) => {
    const result = await receive(request, ours);
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  };
  const json = (value: unknown) => post(JSON.stringify(value), { 'content-type': 'application/json' });

  test('a form and JSON with the same answers read the same', async () => {
    const fromForm = await read(post('signs=debt&signs=threats&care=yes&area=leicester'));
    const fromJson = await read(json({ signs: ['debt', 'threats'], care: true, area: 'leicester' }));
    expect([...fromJson.raw]).toEqual([...fromForm.raw]);
  });

  test('null and false in JSON are not answered', async () => {
    expect([...(await read(json({ area: null, care: false }))).raw.keys()]).toEqual([]);
  });

  test.each([{ signs: [1] }, { area: 7 }, { where: { text: 'x' } }])(
    '%j names the field that has the wrong shape',
    async (value) => {
      expect((await read(json(value))).errors).toEqual([{ field: Object.keys(value)[0], code: 'unknown-value' }]);
    },
  );

  test.each(['[]', '"x"', '{', ''])('JSON that is not an object, %j, is one error of the body', async (text) => {
    const { errors } = await read(post(text, { 'content-type': 'application/json' }));
    expect(errors).toEqual([{ field: 'body', code: 'unknown-value' }]);
  });

  test('a lone surrogate becomes a replacement character', async () => {
    const { raw } = await read(post('{"where":"\\ud83d behind the shop"}', { 'content-type': 'application/json' }));
    expect(raw.get('where')).toEqual(['\ufffd behind the shop']);
  });

  test('a form without a step asks for the check page, JSON without one sends', async () => {
    expect((await read(post('signs=debt'))).step).toBe('check');
    expect((await read(json({ signs: ['debt'] }))).step).toBe('send');
  });
});
