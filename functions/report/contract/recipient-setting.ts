/** One agency's mailbox, as RECIPIENTS_FILE names it. */
export interface RecipientSetting {
  readonly email: string;
  /** Another mailbox of the same agency, never another body. */
  readonly backupEmail?: string | undefined;
  /** `24/7`, or hours such as `Mon-Fri 09:00-17:00` (several joined by `; `), Europe/London. */
  readonly reads: string;
  /** The day of the written agreement, `YYYY-MM-DD`. */
  readonly agreed: string;
  /** The day a test message was read there, `YYYY-MM-DD`; intake stays shut for a route without it. */
  readonly tested?: string | undefined;
  /** Whether they can press "we have read this"; agencies that cannot are never chased. */
  readonly acknowledges: boolean;
  /** Adds the coded answers as JSON; default off, since gateways quarantine attachments. */
  readonly json: boolean;
  /** The agency's own OpenPGP public key, armoured: with it every mail to them is encrypted, or waits until it can be. */
  readonly openpgp?: string | undefined;
}

/** Agency id → mailbox. */
export type Recipients = ReadonlyMap<string, RecipientSetting>;
