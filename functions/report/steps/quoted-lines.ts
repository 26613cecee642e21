const prefix = '| ';
/** Starts what was cut off the line above, so that a reader does not take our cut for a line break of the reporter's. */
export const goesOn = '↪ ';
/** SMTP allows 998 bytes a line; the rest is room for the prefix. */
const mostBytes = 960;

const encoder = new TextEncoder();
const oneLine = new Uint8Array(mostBytes);
/** Made when it is first needed: making one is a tenth of a start. */
let clusters: Intl.Segmenter | undefined;

/** Every line behind `| `. A line too long for a mail is cut, at a space if there is one, and nothing of it is lost. */
export function quotedLines(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => pieces(line).map((piece, index) => prefix + (index > 0 ? goesOn : '') + piece));
}

function pieces(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  for (let length = longestHead(rest); length < rest.length; length = longestHead(rest)) {
    const space = rest.lastIndexOf(' ', length - 1) + 1;
    const cut = space > length / 2 ? space : length;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}

/**
 * How much of it fits, in UTF-16 units: whole characters, and a letter and its marks are never parted, unless one alone
 * would not fit. Whether a character goes on is settled by what stands before it, so nothing after it is looked at.
 */
function longestHead(text: string): number {
  // No UTF-16 unit takes more than three bytes, so a short line needs no measuring.
  if (text.length * 3 <= mostBytes) return text.length;
  const { read } = encoder.encodeInto(text, oneLine);
  if (read === text.length || standsAlone(text, read)) return read;
  clusters ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const next = clusters.segment(text.slice(0, read + 2)).containing(read);
  return next?.index || read;
}

/** No mark, joiner or letter that takes the next one along comes before this code point. */
const firstMark = 0x300;

/** Most lines of most languages with Latin letters: nothing on either side of the cut belongs together. */
const standsAlone = (text: string, at: number): boolean =>
  text.charCodeAt(at - 1) < firstMark && text.charCodeAt(at) < firstMark;
