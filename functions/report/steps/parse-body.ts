import { requestLimits } from '../contract/answers.ts';
import type { FieldError } from '../contract/problem.ts';
import type { RawAnswers } from '../contract/report.ts';

export interface Parsed {
  readonly raw: RawAnswers;
  /** Name-value pairs, counted before any limit. */
  readonly fields: number;
  readonly errors: readonly FieldError[];
}

/** A name longer than this is nobody's field; it is cut before it is shown to anyone. */
const nameLength = 40;

/** `application/x-www-form-urlencoded`. Pairs over the limit are counted and not kept. */
export function parseForm(text: string): Parsed {
  return collect(new URLSearchParams(text), []);
}

/** JSON: an object whose values are strings, booleans (a tick) or lists of strings; blank and null are "not answered". */
export function parseJson(text: string): Parsed {
  const body = parseObject(text);
  if (body === undefined) return { raw: new Map(), fields: 0, errors: [{ field: 'body', code: 'unknown-value' }] };
  const errors: FieldError[] = [];
  const pairs = Object.entries(body).flatMap(([name, value]) => {
    const values = jsonValues(value);
    if (values === undefined) errors.push({ field: name.slice(0, nameLength), code: 'unknown-value' });
    return (values ?? []).map((one): [string, string] => [name, one]);
  });
  return collect(pairs, errors);
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}

function jsonValues(value: unknown): string[] | undefined {
  if (value === null || value === false) return [];
  if (value === true) return ['yes'];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

function collect(pairs: Iterable<readonly [string, string]>, errors: readonly FieldError[]): Parsed {
  const raw = new Map<string, string[]>();
  let fields = 0;
  for (const [name, value] of pairs) {
    fields += 1;
    if (fields > requestLimits.fields) continue;
    const key = name.slice(0, nameLength);
    const list = raw.get(key);
    if (list === undefined) raw.set(key, [value.toWellFormed()]);
    else list.push(value.toWellFormed());
  }
  return { raw, fields, errors };
}
