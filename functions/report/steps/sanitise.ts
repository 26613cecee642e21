import { inertLinks } from './inert-links.ts';
import { quotedLines } from './quoted-lines.ts';

const lineBreaks = /\r\n?|[\u2028\u2029\u0085\v\f]/g;

/**
 * What turns text round, hides it or steers a terminal: bidi embeddings, overrides and isolates, C0 and C1 (newline and
 * tab stay), the deprecated format characters, byte order mark, annotation marks and the tag block. ZWNJ, ZWJ, LRM and
 * RLM stay: Persian, Urdu and the Indic scripts cannot be written without them.
 */
const harmful =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

const singleLimit = 150;

/** Text of several lines: well-formed, NFC, `\n` for every line break, nothing in it that can act. Otherwise verbatim. */
export function multi(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(lineBreaks, '\n').replace(harmful, '');
}

/** One line of at most 150 code points, for a heading or a header. */
export function single(text: string): string {
  const line = multi(text).replace(/\s+/g, ' ').trim();
  return line.length <= singleLimit ? line : [...line].slice(0, singleLimit).join('');
}

/**
 * A reporter's words as they stand in a mail: sanitised, links inert, and every line behind `| `, which no line of ours
 * ever starts with, so nobody can forge a section.
 */
export function quote(text: string): string {
  return quotedLines(inertLinks(multi(text))).join('\n');
}
