import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Delivery } from './mail.ts';

/**
 * One mail as nodemailer is to build it. The same delivery gives the same bytes every time, so that a mail server which
 * already has it can drop the second copy; only `X-Possible-Duplicate` is added when an earlier attempt may have arrived.
 *
 * What a reporter wrote is in `text` and `json` alone: never in an address, a header name, a path or an option that
 * nodemailer would open (its advisories, delivery.md 3.1). `from` may be `Name <address>`; `to` is one address.
 */
export function composeMime({ to, message, possibleDuplicate }: Delivery, from: string): SendMailOptions {
  return {
    from,
    to: { name: '', address: to },
    subject: message.subject,
    messageId: message.messageId,
    date: new Date(message.date),
    headers: [{ key: 'Auto-Submitted', value: 'auto-generated' }, ...duplicateHeader(possibleDuplicate)],
    xMailer: false,
    // The canonical form of text in a mail has CRLF also inside base64 (RFC 2045, section 6.8).
    text: message.text.replace(/\r\n?|\n/g, '\r\n'),
    textEncoding: 'base64',
    ...attachment(message.json, message.messageId),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
    // A bounce then quotes the headers only, never the report.
    dsn: { notify: ['failure', 'delay'], return: 'headers' },
  };
}

const duplicateHeader = (attempt: number | undefined) =>
  attempt === undefined ? [] : [{ key: 'X-Possible-Duplicate', value: `attempt ${attempt}` }];

/** The coded answers beside the text; the parts' boundary comes from the id, since a random one would change the bytes. */
function attachment(
  json: string | undefined,
  messageId: string,
): Pick<SendMailOptions, 'attachments' | 'baseBoundary'> {
  if (json === undefined) return {};
  return {
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 16),
    attachments: [
      {
        filename: 'answers.json',
        content: Buffer.from(json),
        contentType: 'application/json',
        contentTransferEncoding: 'base64',
      },
    ],
  };
}
