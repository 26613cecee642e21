import { randomUUID } from 'node:crypto';
import { answersToWeigh, formBody, toReceipt, type Weighed } from './answers-to-weigh.ts';
import { aReport } from './reports.ts';
import { type Asked, ask, type WireAnswer } from './wire.ts';

/** A page or an answer and what it weighs. */
export interface Weight {
  readonly about: string;
  readonly answer: WireAnswer;
}

const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const json = { 'content-type': 'application/json' };
/** Where a form posts to. */
export const post = '/api/answers';
const api = '/api/report';

const asPost = (body: string, headers: Asked['headers'] = form): Asked => ({
  method: 'POST',
  path: post,
  headers,
  body,
});

/** Requests that are turned away, and programs' answers: about, request, status. */
const others: readonly (readonly [about: string, asked: Asked, status: number])[] = [
  ['wrong method', { path: post }, 405],
  ['other site', asPost('signs=debt', { ...form, 'sec-fetch-site': 'cross-site' }), 403],
  ['wrong type', asPost('signs=debt', { ...form, 'content-type': 'text/plain' }), 415],
  ['too large', asPost(`details=${'a'.repeat(140_000)}`), 413],
  [
    'JSON, checked',
    { method: 'POST', path: api, headers: json, body: JSON.stringify({ ...aReport, step: 'check' }) },
    200,
  ],
  ['JSON, invalid', { method: 'POST', path: api, headers: json, body: '{"danger":"maybe"}' }, 422],
  [
    'JSON, nothing sent',
    { method: 'POST', path: api, headers: json, body: '{"area":"outside","signs":["debt"]}' },
    409,
  ],
  ['recipients', { path: '/api/report/recipients' }, 200],
  ['health', { path: '/api/report/health' }, 200],
];

/**
 * Asks for every kind of answer that a site which takes reports gives, pages in each language. Throws when one is not the
 * answer it was meant to be.
 */
export async function weighAnswers(
  url: string,
  languages: readonly { readonly id: string }[],
): Promise<readonly Weight[]> {
  const weights: Weight[] = [];
  for (const { id } of languages) {
    for (const weighed of answersToWeigh(id)) weights.push(await weighPost(url, weighed));
    for (const weighed of toReceipt(id)) weights.push(await weighSend(url, weighed));
  }
  for (const [about, asked, status] of others) weights.push(await weigh(url, { about, asked, status }));
  const headers = { ...json, 'idempotency-key': randomUUID() };
  const asked: Asked = { method: 'POST', path: api, headers, body: JSON.stringify(aReport) };
  weights.push(await weigh(url, { about: 'JSON, stored', asked, status: 202 }));
  return weights;
}

/** One form post. */
export function weighPost(url: string, { about, fields, status }: Weighed): Promise<Weight> {
  return weigh(url, { about, asked: asPost(formBody(fields)), status });
}

/** What Send is answered with. */
export async function weighSend(url: string, weighed: Weighed): Promise<Weight> {
  return weighPost(url, await readyToSend(url, weighed));
}

/** The post of Send; the check page comes first, since Send needs its token. */
export async function readyToSend(url: string, { about, fields, status }: Weighed): Promise<Weighed> {
  const check = await weighPost(url, { about, fields: { ...fields, step: 'check' }, status: 200 });
  const token = /name="token" value="([^"]+)"/.exec(check.answer.text)?.[1];
  if (token === undefined) throw new Error(`${about}: the check page holds no token.`);
  return { about, fields: { ...fields, token, step: 'send' }, status };
}

interface Expected {
  readonly about: string;
  readonly asked: Asked;
  readonly status: number;
}

async function weigh(url: string, { about, asked, status }: Expected): Promise<Weight> {
  const answer = await ask(url, asked);
  if (answer.status !== status) throw new Error(`${about}: HTTP ${answer.status} where ${status} was meant.`);
  return { about: `answer: ${about}`, answer };
}
