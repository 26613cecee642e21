/** A mail as the demo shows it. */
export interface ReadMail {
  readonly subject: string;
  /** `From`, `To`, `Date` and the like, unfolded, in their order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The text, and the coded answers where a mail has them. */
  readonly parts: readonly string[];
}

interface Entity {
  readonly headers: ReadMail['headers'];
  readonly body: string;
}

/** Takes apart a mail that this program composed: text or two parts, each in base64. Not a reader for other people's mail. */
export function readMail(bytes: Uint8Array): ReadMail {
  const entity = split(Buffer.from(bytes).toString('latin1'));
  const boundary = /boundary="?([^";]+)"?/i.exec(headerOf(entity, 'content-type'))?.[1];
  const parts = boundary === undefined ? [entity] : partsOf(entity.body, boundary);
  const headers = entity.headers.map(([name, value]) => [name, decodeWords(value)] as const);
  return { headers, subject: decodeWords(headerOf(entity, 'subject')), parts: parts.map(decodeBody) };
}

function split(text: string): Entity {
  const end = text.indexOf('\r\n\r\n');
  const [head, body] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + 4)];
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return {
    body,
    headers: lines.map((line) => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]),
  };
}

function headerOf({ headers }: Entity, name: string): string {
  return headers.find(([header]) => header.toLowerCase() === name)?.[1] ?? '';
}

function partsOf(body: string, boundary: string): Entity[] {
  const [, ...rest] = `\r\n${body}`.split(`\r\n--${boundary}`);
  return rest.filter((part) => !part.startsWith('--')).map((part) => split(part.slice('\r\n'.length)));
}

const decoders: Record<string, (body: string) => Buffer> = {
  base64: (body) => Buffer.from(body, 'base64'),
  'quoted-printable': (body) => fromQuotedPrintable(body.replaceAll(/=\r\n/g, '')),
};

function decodeBody(entity: Entity): string {
  const decode = decoders[headerOf(entity, 'content-transfer-encoding').toLowerCase()];
  return (decode?.(entity.body) ?? Buffer.from(entity.body, 'latin1')).toString().replaceAll('\r\n', '\n');
}

/** `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=` (RFC 2047). */
function decodeWords(text: string): string {
  const joined = text.replaceAll(/\?=\s+=\?/g, '?==?');
  return joined.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_word, encoding: string, coded: string) =>
    encoding.toLowerCase() === 'b'
      ? Buffer.from(coded, 'base64').toString()
      : fromQuotedPrintable(coded.replaceAll('_', ' ')).toString(),
  );
}

function fromQuotedPrintable(text: string): Buffer {
  const bytes = text.replaceAll(/=([0-9a-f]{2})/gi, (_code, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
