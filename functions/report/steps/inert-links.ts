import { linkEndings, wordEndings } from './link-endings.ts';

/**
 * Nothing a reporter typed may become something to click, and everything must stay readable: `hxxps`, `[.]`, `[@]`, `[:]`.
 * Text that only looks a little like a link is left as it is: `e.g.`, times, dates, number plates, and a full stop without
 * a space after it. The patterns start at a sign such as `://` or at a word's edge, so that none of them is slow.
 */
export function inertLinks(text: string): string {
  if (!mayLink.test(text)) return text;
  return rewrites.reduce((done, [pattern, to]) => done.replace(pattern, to), text).replace(host, inertHost);
}

/** Without one of these nothing is a link; most texts hold none. */
const mayLink = /[.@:\\]/;

const rewrites: readonly (readonly [about: RegExp, to: string])[] = [
  // Web addresses, also with backslashes or too few slashes: browsers open those too.
  [/(?<![\p{L}\p{N}])http(?=s?:)/giu, 'hxxp'],
  [/(?<![\p{L}\p{N}])ftp(?=s?:)/giu, 'fxp'],
  // Any other scheme: `myapp://`.
  [/(?<!(?:hxxps?|fxps?)):\/\//giu, '[:]//'],
  // Schemes that need no slashes.
  [/(?<![\p{L}\p{N}])(mailto|javascript|vbscript|data|file|search-ms|ms-[a-z]+):(?=\S)/giu, '$1[:]'],
  // Windows shares: some mail programs link them, and opening one hands over the reader's log-in.
  [/\\\\(?=[\p{L}\p{N}])/gu, '[\\\\]'],
  // Mail addresses: something before, and a name with a dot after.
  [/(?<=[\p{L}\p{M}\p{N}._%+'"-])@(?=[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*\.[\p{L}\p{M}]{2})/gu, '[@]'],
];

/** Words joined by dots, from the edge of a word on. */
const host = /(?<![\p{L}\p{M}\p{N}-])[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*(?:\.[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*)+/gu;

function inertHost(name: string, ...[offset, whole]: [offset: number, whole: string]): string {
  const before = whole.slice(Math.max(0, offset - 3), offset);
  const after = whole.slice(offset + name.length, offset + name.length + 2);
  return isLink(name, before, after) ? name.replaceAll('.', '[.]') : name;
}

function isLink(name: string, before: string, after: string): boolean {
  if (/(?:[/\\]{2}|\[@\])$/.test(before) || /^www\./iu.test(name)) return true;
  const hasPath = /^(?:[/?#]|:\d)/.test(after);
  const labels = name.toLowerCase().split('.');
  const ending = labels.at(-1) ?? '';
  if (/^\d+$/.test(ending)) return hasPath && labels.length === 4; // 7.30, 14.3.27; but 192.0.2.1/x
  if (ending.startsWith('xn--') || linkEndings.has(ending)) return true;
  return wordEndings.has(ending) && (hasPath || labels.length > 2);
}
