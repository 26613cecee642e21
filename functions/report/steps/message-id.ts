export interface MessageIdInput {
  /** The report's id, hex. */
  readonly id: string;
  /** Agency id: each recipient's mail has its own. */
  readonly recipient: string;
  readonly mailDomain: string;
}

/** `<id.agency@domain>`: fixed at accept and the same on every attempt, so that mail servers can drop a second copy. */
export const messageId = ({ id, recipient, mailDomain }: MessageIdInput): string =>
  `<${id}.${recipient}@${mailDomain}>`;
