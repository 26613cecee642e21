const prefix = '| ';
/** Starts what was cut off the line above, so that a reader does not take our cut for a line break of the reporter's. */
export const goesOn = '↪ ';
/** SMTP allows 998 bytes a line; the rest is room for the prefix. */
const mostBytes = 960;

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Every line behind `| `. A line too long for a mail is cut, at a space if there is one, and nothing of it is lost. */
export function quotedLines(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => pieces(line).map((piece, index) => prefix + (index > 0 ? goesOn : '') + piece));
}

function pieces(line: string): string[] {
  // No UTF-16 unit takes more than three bytes, so a short line needs no measuring.
  if (line.length * 3 <= mostBytes || Buffer.byteLength(line) <= mostBytes) return [line];
  const parts: string[] = [];
  let rest = line;
  while (Buffer.byteLength(rest) > mostBytes) {
    const head = longestHead(rest);
    const space = head.lastIndexOf(' ') + 1;
    const cut = space > head.length / 2 ? space : head.length;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return rest === '' ? parts : [...parts, rest];
}

/** As many whole characters as fit; a letter and its marks are never parted, unless one alone would not fit. */
function longestHead(text: string): string {
  const head = firstBytes(text, (part) => clusters.segment(part), mostBytes);
  return head === '' ? firstBytes(text, (part) => [...part].map((segment) => ({ segment })), mostBytes) : head;
}

type Split = (text: string) => Iterable<{ readonly segment: string }>;

function firstBytes(text: string, split: Split, limit: number): string {
  let bytes = 0;
  let end = 0;
  // At most `limit` units can fit; one unit more is looked at so that a pair is never torn.
  for (const { segment } of split(text.slice(0, limit + 1))) {
    bytes += Buffer.byteLength(segment);
    if (bytes > limit) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
