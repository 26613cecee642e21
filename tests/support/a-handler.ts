import { onTestFinished } from 'vitest';
import { mailableAgencies } from '../../functions/report/contract/mailable-agencies.ts';
import type { RecipientSetting } from '../../functions/report/contract/recipient-setting.ts';
import { epochPrivateKeys } from '../../functions/report/courier/epoch-private-keys.ts';
import { createHandler, type Handler } from '../../functions/report/handler.ts';
import { model } from '../../functions/report/model.ts';
import { openEmbeddedStore } from '../../functions/report/outbox/embedded/open-embedded-store.ts';
import type { Store } from '../../functions/report/outbox/store.ts';
import type { LogEvent, Parts } from '../../functions/report/parts.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { words as englishWords } from './words-of.ts';

export const masterKey = new Uint8Array(32).fill(5);
export const siteUrl = new URL('http://signs.example');
/** A Monday noon in London. */
export const mondayNoon = Date.UTC(2027, 2, 15, 12);

const shell =
  '<!doctype html><html lang="en"><head><title>@@title@@</title></head><body>@@menu@@<main>@@main@@</main></body></html>';

/** A mailbox that somebody always reads. */
export const aMailbox = (over: Partial<RecipientSetting> = {}): RecipientSetting => ({
  email: 'reports@agency.example',
  reads: '24/7',
  agreed: '2027-01-01',
  tested: '2027-01-02',
  acknowledges: false,
  json: false,
  ...over,
});

export const everyMailbox = new Map(mailableAgencies({ ...model, ...model.routes }).map((id) => [id, aMailbox()]));
export const onlyPolice = new Map([['police', aMailbox()]]);

export interface TestHandler {
  readonly handle: Handler;
  readonly parts: Parts;
  /** The courier's view of the same store. */
  readonly courierStore: Store;
  readonly dataDir: string;
  readonly log: readonly LogEvent[];
  /** Moves the handler's clock. */
  later(ms: number): void;
}

/** The real handler on a real store in a temporary folder, with the real content; only clock and page frame are ours. */
export async function aHandler(over: Partial<Parts> & { readonly keys?: Parts['keys'] } = {}): Promise<TestHandler> {
  const dataDir = temporaryFolder();
  const courierStore = await openEmbeddedStore({ dataDir, role: 'courier' });
  const store = await openEmbeddedStore({ dataDir, role: 'intake' });
  onTestFinished(async () => {
    await store.close();
    await courierStore.close();
  });
  let now = mondayNoon;
  await epochPrivateKeys({ keys: courierStore.keys, masterKey }).publish(now);
  const log: LogEvent[] = [];
  const parts: Parts = {
    model,
    recipients: everyMailbox,
    open: true,
    demo: false,
    mayLeaveOutPolice: true,
    store: store.outbox,
    keys: store.keys,
    secondContacts: true,
    health: async () => ({ state: 'ok', why: 'ok' }),
    locales: ['en'],
    language: async () => ({ shell, words: englishWords }),
    mailWords: englishWords,
    secret: new Uint8Array(32).fill(9),
    policy: { styleHash: 'sha256-test' },
    siteUrl,
    mailDomain: 'signs.example',
    releaseDelaySeconds: 0,
    now: () => now,
    random: () => 0.5,
    log: (event) => log.push(event),
    ...over,
  };
  return { handle: createHandler(parts), parts, courierStore, dataDir, log, later: (ms) => (now += ms) };
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A form post from a page of ours, as a browser makes it. */
export function formPost(fields: Fields, headers: Readonly<Record<string, string>> = {}): Request {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new Request(new URL('/api/answers', siteUrl), {
    method: 'POST',
    body: new URLSearchParams(pairs).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
  });
}

export function jsonPost(body: unknown, headers: Readonly<Record<string, string>> = {}): Request {
  const init = { method: 'POST', body: JSON.stringify(body) };
  return new Request(new URL('/api/report', siteUrl), {
    ...init,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** What one hidden field of a page holds, or undefined. */
export function hiddenValue(page: string, name: string): string | undefined {
  const field = page.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0];
  return field?.match(/value="([^"]*)"/)?.[1];
}
