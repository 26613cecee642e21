import { type ProblemCode, problems } from './contract/problem.ts';
import { securityHeaders } from './headers.ts';
import { fillShell } from './pages/fill-shell.ts';
import type { PageContext } from './pages/page-model.ts';
import { languagesId, languagesLink } from './pages/parts/languages-link.ts';
import type { Parts } from './parts.ts';

/** One whole answer, before it is bytes. */
export interface Answer {
  readonly status: number;
  readonly type: 'text/html; charset=utf-8' | 'application/json' | 'application/problem+json';
  readonly body: string;
  /** `receipt` also clears the browser's cache, where the site is https. */
  readonly kind: 'private' | 'receipt';
}

/** What a program learns beside a problem's code. */
export type ProblemDetail = Readonly<Record<string, unknown>>;

export interface PageInput {
  readonly locale: string;
  readonly status: number;
  readonly kind?: Answer['kind'];
  main(context: PageContext): string;
}

/** Seconds after which trying again makes sense when a report could not be kept. */
const retryAfter = '60';
const statusHeaders: Record<number, Readonly<Record<string, string>>> = {
  405: { allow: 'POST' },
  503: { 'retry-after': retryAfter },
};

/** Puts on an answer the headers that every page and answer has. */
export function toResponse({ status, body, type, kind }: Answer, { policy, siteUrl }: Parts): Response {
  const secure = securityHeaders({ ...policy, https: siteUrl.protocol === 'https:', kind });
  return new Response(body, { status, headers: { ...secure, 'content-type': type, ...statusHeaders[status] } });
}

/** A page of ours: `main` inside the language's shell. The title is neutral on every answer. */
export async function pageAnswer(parts: Parts, { locale, status, kind = 'private', main }: PageInput): Promise<Answer> {
  const { shell, words } = await parts.language(locale);
  const context = { locale, locales: parts.locales, demo: parts.demo, words, model: parts.model };
  const content = main(context);
  // A page without a form, such as the receipt, is this once only: it has no other language to go to.
  const menu = content.includes(`id="${languagesId}"`) ? languagesLink(context).toString() : '';
  const body = fillShell(shell, { title: words('report:title'), main: content, menu });
  return { status, body, type: 'text/html; charset=utf-8', kind };
}

/** JSON for a partner's program. */
export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, body: JSON.stringify(value), type: 'application/json', kind: 'private' };
}

/** RFC 9457 problem; codes only, never what was sent. */
export function problemAnswer(code: ProblemCode, detail: ProblemDetail = {}): Answer {
  const { status } = problems[code];
  const body = JSON.stringify({ type: `urn:know-the-signs:problem:${code}`, title: code, status, ...detail });
  return { status, body, type: 'application/problem+json', kind: 'private' };
}
