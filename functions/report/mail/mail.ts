/** What is sealed for one recipient: the whole mail but its address, which the courier looks up by agency id. */
export interface Message {
  /** One line, nothing personal in it. */
  readonly subject: string;
  /** Plain text, `\n` line ends, lines of at most 998 bytes. */
  readonly text: string;
  /** `<id.tag@domain>` and the date are fixed at accept: the same bytes on every attempt. */
  readonly messageId: string;
  /** ISO 8601, to the second. */
  readonly date: string;
  /** The coded answers, only for a recipient with `json: true`. */
  readonly json?: string | undefined;
  /** The whole mail as armoured OpenPGP, to the agency's own key. Then `text` is empty and there is no `json`. */
  readonly encrypted?: string | undefined;
  /** The agency's key could not be used when this was written: it never leaves like this, whatever the settings say later. */
  readonly held?: true | undefined;
}

/**
 * What became of one attempt. `ambiguous`: no reply came, so it may have arrived. `tls`: a relay offered no encryption
 * that we trust, which somebody may have brought about; said even where the other relay took the mail.
 */
export type DeliveryResult = { readonly tls?: 'failed' | undefined } & (
  | { readonly outcome: 'delivered' }
  | { readonly outcome: 'retry'; readonly ambiguous: boolean; readonly code: string }
  | { readonly outcome: 'dead'; readonly code: string }
);

export interface Delivery {
  readonly to: string;
  readonly message: Message;
  /** This attempt's number when an earlier one may have arrived; adds the `X-Possible-Duplicate` header. */
  readonly possibleDuplicate?: number | undefined;
}

/** Hands one mail to a mail server. Never throws for what a server did; never logs content. */
export interface Mailer {
  deliver(delivery: Delivery): Promise<DeliveryResult>;
  close(): Promise<void>;
}
