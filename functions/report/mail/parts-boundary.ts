import { createHash } from 'node:crypto';

/** What parts the parts of a mail. It comes from the mail's id, since a random one would change the bytes at each attempt. */
export const partsBoundary = (messageId: string): string =>
  createHash('sha256').update(messageId).digest('hex').slice(0, 16);
