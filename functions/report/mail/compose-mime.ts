import type { SendMailOptions } from 'nodemailer';
import { encryptedParts } from './encrypted-parts.ts';
import type { Delivery, Message } from './mail.ts';
import { partsBoundary } from './parts-boundary.ts';

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
    ...(message.encrypted === undefined ? readable(message) : encryptedParts(message.encrypted, message.messageId)),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
    // A bounce then quotes the headers only, never the report.
    dsn: { notify: ['failure', 'delay'], return: 'headers' },
  };
}

const duplicateHeader = (attempt: number | undefined) =>
  attempt === undefined ? [] : [{ key: 'X-Possible-Duplicate', value: `attempt ${attempt}` }];

function readable({ text, json, messageId }: Message): SendMailOptions {
  // The canonical form of text in a mail has CRLF also inside base64 (RFC 2045, section 6.8).
  const canonical = text.replace(/\r\n?|\n/g, '\r\n');
  return { text: canonical, textEncoding: 'base64', ...attachment(json, messageId) };
}

/** The coded answers beside the text. */
function attachment(
  json: string | undefined,
  messageId: string,
): Pick<SendMailOptions, 'attachments' | 'baseBoundary'> {
  if (json === undefined) return {};
  return {
    baseBoundary: partsBoundary(messageId),
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
