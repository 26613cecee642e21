import { requestLimits, type Step, stepNames } from '../contract/answers.ts';
import type { FieldError, ProblemCode } from '../contract/problem.ts';
import type { RawAnswers } from '../contract/report.ts';
import { parseForm, parseJson } from './parse-body.ts';
import { type BodyPace, readBody } from './read-body.ts';

/** One request, read and taken apart; nothing in it is checked yet but its shape. */
export interface Received {
  readonly format: 'html' | 'json';
  readonly raw: RawAnswers;
  readonly step: Step;
  /** From the `Idempotency-Key` header, JSON only. */
  readonly idempotencyKey: string | undefined;
  readonly errors: readonly FieldError[];
}

/** What could be read of a request that is turned away, so that its words can be shown again. */
export interface TurnedAway {
  readonly code: ProblemCode;
  readonly raw: RawAnswers;
}

export type ReceiveResult =
  | { readonly ok: true; readonly value: Received }
  | { readonly ok: false; readonly problem: TurnedAway };

const nothing: RawAnswers = new Map();
/** A map, since what is asked of it comes from outside: an object also knows `constructor`. */
const types: ReadonlyMap<string, Received['format']> = new Map([
  ['application/x-www-form-urlencoded', 'html'],
  ['application/json', 'json'],
]);

/**
 * Reads one POST. Turns away other methods, other sites, other types and bodies over the limit.
 * @param siteHost host (with port) of the public address; a request from it or from the request's own `Host` is ours.
 * @param pace how slowly a body may come, unless it is the usual
 */
export async function receive(request: Request, siteHost: string, pace?: BodyPace): Promise<ReceiveResult> {
  if (request.method !== 'POST') return turnAway('wrong-method');
  if (!isSameSite(request, siteHost)) return turnAway('other-site');
  const format = types.get(essence(request.headers.get('content-type')));
  if (format === undefined) return turnAway('wrong-type');
  const body = await readBody(request, requestLimits.bodyBytes, pace);
  const parsed = format === 'json' ? parseJson(body.text) : parseForm(body.text);
  if (body.state === 'cut-off') return turnAway('timed-out', parsed.raw);
  if (body.state === 'over' || parsed.fields > requestLimits.fields) return turnAway('too-large', parsed.raw);
  const step = stepNames.find((name) => name === parsed.raw.get('step')?.[0]) ?? (format === 'json' ? 'send' : 'check');
  const idempotencyKey = request.headers.get('idempotency-key') ?? undefined;
  return { ok: true, value: { format, raw: parsed.raw, step, idempotencyKey, errors: parsed.errors } };
}

function turnAway(code: ProblemCode, raw: RawAnswers = nothing): ReceiveResult {
  return { ok: false, problem: { code, raw } };
}

function essence(contentType: string | null): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Newer browsers say where a request comes from; older ones send an `Origin`; the oldest send neither, and then the
 * signed token decides. `Origin: null` says nothing, so it counts as absent.
 */
export function isSameSite(request: Request, siteHost: string): boolean {
  const fetchSite = request.headers.get('sec-fetch-site');
  if (fetchSite !== null && fetchSite !== 'none') return fetchSite === 'same-origin';
  const origin = request.headers.get('origin');
  if (origin === null || origin === 'null') return true;
  if (!URL.canParse(origin)) return false;
  const host = new URL(origin).host;
  return host === siteHost || host === (request.headers.get('host') ?? new URL(request.url).host);
}
