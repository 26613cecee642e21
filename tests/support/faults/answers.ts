import { randomUUID } from 'node:crypto';
import { paths } from '../../../functions/report/contract/paths.ts';

/** How a report that a page sent was answered: its status and its page. */
export interface PageAnswer {
  readonly status: number;
  readonly page: string;
}

const answers = { signs: 'debt', concern: 'labour', area: 'leicester', danger: 'no', reporter: 'public', locale: 'en' };

const post = (url: string, fields: Iterable<[string, string]>) =>
  fetch(`${url}${paths.post}`, { method: 'POST', body: new URLSearchParams([...fields]), redirect: 'manual' });

/** Fills in the form as far as its check page and answers what pressing Send would post. */
export async function readyToSend(url: string, details: string): Promise<[string, string][]> {
  const page = await (await post(url, Object.entries({ ...answers, details, step: 'check' }))).text();
  const hidden = [...page.matchAll(/<input type="?hidden"? name="?([\w-]+)"? value="([^"]*)"/g)];
  return [...hidden.map(([, name = '', value = '']): [string, string] => [name, value]), ['step', 'send']];
}

/** Presses Send. */
export async function pressSend(url: string, fields: readonly [string, string][]): Promise<PageAnswer> {
  const response = await post(url, fields);
  return { status: response.status, page: await response.text() };
}

export interface JsonAnswer {
  readonly status: number;
  readonly state?: string;
}

/** Sends one report as a program does, once. */
export async function sendOnce(url: string, id: string = randomUUID(), details = 'invented'): Promise<JsonAnswer> {
  const response = await fetch(`${url}${paths.api}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({ signs: ['debt'], concern: 'labour', area: 'leicester', details }),
  });
  const { state }: { state?: string } = JSON.parse(await response.text());
  return { status: response.status, ...(state !== undefined && { state }) };
}

/** The state that the health page names. */
export async function healthOf(url: string): Promise<string> {
  const { state }: { state: string } = JSON.parse(await (await fetch(`${url}${paths.health}`)).text());
  return state;
}
