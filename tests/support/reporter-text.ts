import fc from 'fast-check';

const nasty = fc.constantFrom(
  ...['\u202e', '\u2066', '\u2069', '\u0000', '\u001b', '\u0085', '\u2028', '\ufeff', '\u200d', '\u200c', '\u200e'],
  ...['\ud800', '\udc00', '\u{e0041}', '\r', '\n', '\r\n', '\t', 'e\u0301', 'તા', 'ું', 'اردو', '👨‍👩‍👧‍👦', '↪ ', '| '],
  ...['.', '@', '://', ':', '\\\\', '[.]', '1. NOW', 'Bcc: x', '\n.\n', ' ', '-'],
);

/** What anybody might type or paste, good or bad, short or very long. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.oneof(nasty, fc.string({ maxLength: 8 })), { maxLength: 80 }).map((parts) => parts.join('')),
  fc.tuple(nasty, fc.integer({ min: 1, max: 2000 })).map(([part, count]) => part.repeat(count)),
);

const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const ending = fc.constantFrom('com', 'org', 'net', 'co.uk', 'info', 'xyz', 'ru', 'top', 'shop', 'io', 'online', 'app');
const host = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), ending)
  .map(([labels, end]) => [...labels, end].join('.'));
const path = fc.constantFrom('', '/', '/a/b', '?q=1', ':8080/x', '#top', '/a.b.c?u=http://x.com');
const scheme = fc.constantFrom(
  'http://',
  'https://',
  'HTTPS://',
  'ftp://',
  'myapp://',
  'file:',
  'mailto:',
  'javascript:',
  'http:\\\\',
);
const link = fc.oneof(
  fc.tuple(scheme, host, path).map((parts) => parts.join('')),
  fc.tuple(host, path).map((parts) => parts.join('')),
  host.map((name) => `www.${name}`),
  fc.tuple(label, host).map(([name, at]) => `${name}@${at}`),
  host.map((name) => `\\\\${name}\\share`),
);
const around = fc.constantFrom('', ' ', 'see ', '(', '"', ', ', '\n', 'તા ', '\u202e', '\u200b', '<');

/** Links of every kind among other words. */
export const linkTexts = fc
  .array(fc.tuple(around, link, fc.constantFrom(' ', '\n', ', ', ') ')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(''));

/** What a mail program would open, written apart from the code that prevents it. */
export const opensSomething =
  /\bhttps?:|\bftp:|(?<!hxxps?|fxp)(?<=[a-z0-9]):\/\/|\bwww\.|\b(mailto|javascript|file):\S|[\w.-]@[\w-]+\.\w|(?<!\[)\\\\\w|[a-z0-9]\.(com|org|net|uk|info|xyz|ru|top|shop|io|online|app)(?![a-z0-9])/i;

/** The text behind the bars, with our own cuts put together again. */
export const unquote = (quoted: string): string =>
  quoted
    .split('\n')
    .map((line) => line.slice('| '.length))
    .join('\n')
    .replaceAll('\n↪ ', '');
