const scripts = /<script\b[^>]*>([\s\S]*?)<\/script>/gi;
/** What a reader without scripts would have to do without: a page that is made by one, or that says to turn them on. */
const asksForScript = /<noscript\b|<body[^>]*\shidden|<main[^>]*>\s*<\/main>/i;

/** What makes a browser ask for another file; the favicon, which it asks for once a site, is not counted. */
const subresources = [
  /<(?:script|img|iframe|source|video|audio|embed|input|track)\b[^>]*\ssrc(?:set)?\s*=/gi,
  /<object\b[^>]*\sdata\s*=/gi,
  /<link\b[^>]*\srel\s*=\s*["']?(?:stylesheet|preload|modulepreload|prefetch|manifest)\b/gi,
  /@import\b/gi,
  /\burl\(/gi,
];

/** JavaScript in the page itself, in bytes; a script in a file is a request, and counted there. */
export function scriptBytesOf(html: string): number {
  return [...html.matchAll(scripts)].reduce((bytes, [, code = '']) => bytes + Buffer.byteLength(code), 0);
}

/** The same where the page is nothing without it. That ours are whole without is proved by journeys with scripts off. */
export const neededScriptBytesOf = (html: string): number => (asksForScript.test(html) ? scriptBytesOf(html) : 0);

/** The page and everything it needs. */
export function requestsOf(html: string): number {
  return subresources.reduce((count, pattern) => count + [...html.matchAll(pattern)].length, 1);
}
