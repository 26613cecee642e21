import type { Message } from '../../mail/mail.ts';
import { partsBoundary } from '../../mail/parts-boundary.ts';

const lineEnd = '\r\n';

/**
 * What is encrypted: the mail's text, and its coded answers where there are some, as a whole MIME entity (RFC 3156), so
 * that the agency's mail program shows it like any other mail.
 */
export function mimeEntity({ text, json, messageId }: Pick<Message, 'text' | 'json' | 'messageId'>): string {
  const body = part(['Content-Type: text/plain; charset=utf-8'], text.replace(/\r\n?|\n/g, lineEnd));
  if (json === undefined) return body;
  const answers = part(
    ['Content-Type: application/json; name="answers.json"', 'Content-Disposition: attachment; filename="answers.json"'],
    json,
  );
  // With its two dashes in front no line of base64 begins with it, so it cannot stand in a part.
  const boundary = partsBoundary(messageId);
  const head = `Content-Type: multipart/mixed; boundary="${boundary}"`;
  return [head, '', `--${boundary}`, body, `--${boundary}`, answers, `--${boundary}--`, ''].join(lineEnd);
}

function part(headers: readonly string[], content: string): string {
  const lines =
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return [...headers, 'Content-Transfer-Encoding: base64', '', ...lines, ''].join(lineEnd);
}
