/**
 * What a courier may log: closed words and counts, so that no name, address, id or word of a report can reach a log.
 * Whoever writes the lines cuts the time to the hour.
 */
export interface CourierEvent {
  readonly event: 'courier' | 'delivery' | 'alert' | 'keys' | 'store';
  readonly outcome:
    | 'started'
    | 'stopped'
    | 'delivered'
    | 'retry'
    | 'dead'
    /** The lease ran out before the end was written: another attempt has the row. */
    | 'lease-lost'
    | 'sent'
    | 'not-sent'
    | 'failed'
    | 'recovered';
  /** A word of the program's own or nodemailer's closed set, with the server's number: `EENVELOPE-550`. */
  readonly code?: string | undefined;
}

export type CourierLog = (event: CourierEvent) => void;
