import type { SendMailOptions, Transporter } from 'nodemailer';
import { partsBoundary } from './parts-boundary.ts';

/** RFC 3156, section 4: one part that names the format, one that holds the armoured message. Both are plain ASCII. */
export function encryptedParts(armoured: string, messageId: string): SendMailOptions {
  return {
    baseBoundary: partsBoundary(messageId),
    attachments: [
      {
        filename: false,
        content: 'Version: 1\r\n',
        contentType: 'application/pgp-encrypted',
        contentTransferEncoding: '7bit',
      },
      {
        filename: 'encrypted.asc',
        content: armoured.replace(/\r\n?|\n/g, '\r\n'),
        contentType: 'application/octet-stream',
        contentDisposition: 'inline',
        contentTransferEncoding: '7bit',
      },
    ],
  };
}

const encryptedType = 'multipart/encrypted; protocol="application/pgp-encrypted"';

/** nodemailer calls every mail of several parts `multipart/mixed`; this calls those above what they are. */
export const nameEncrypted: Parameters<Transporter['use']>[1] = ({ data, message }, done) => {
  const parts = [data.attachments ?? []].flat();
  const isEncrypted = parts.some(({ contentType }) => contentType === 'application/pgp-encrypted');
  if (isEncrypted) message?.setHeader('Content-Type', encryptedType);
  done();
};
