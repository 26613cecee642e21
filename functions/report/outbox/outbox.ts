/** One sealed mail for one recipient, as intake hands it over. Nobody without the day's private key can read `sealed`. */
export interface Envelope {
  /** Agency id, or an alert's address is never here. */
  readonly recipient: string;
  /** `then` is a second contact: sent only if nobody before it got the report in time. */
  readonly role: 'primary' | 'copy' | 'then';
  /** 0 for primary and copies; 1, 2 … for second contacts in the order of the rule. */
  readonly rank: number;
  /** When it may be sent, ms since 1970. */
  readonly dueAt: number;
  /** The day (UTC, `YYYY-MM-DD`) whose key it is sealed to. */
  readonly epoch: string;
  readonly sealed: Uint8Array;
}

/** A whole report as it is kept: no word of it is readable. */
export interface SealedReport {
  /** From the token or the Idempotency-Key: the same id twice is one report. */
  readonly id: string;
  /** Keyed hash of the receipt, never the receipt. */
  readonly receiptHash: Uint8Array;
  /** Rule id, for the day's counts only. */
  readonly rule: string;
  readonly acceptedAt: number;
  readonly envelopes: readonly Envelope[];
}

/** `refused`: it could not be made durable; nothing of it is kept, and the reporter is told so. */
export type Accepted = 'stored' | 'duplicate' | 'refused';

/** Takes a report or says that it did not. Nothing is `stored` that would not survive a power cut. */
export interface Acceptor {
  accept(report: SealedReport): Promise<Accepted>;
}

/** One envelope in one courier's hands. `attempt` fences: a courier whose lease ran out can change nothing. */
export interface Claim {
  readonly id: string;
  readonly recipient: string;
  readonly role: Envelope['role'];
  readonly rank: number;
  readonly epoch: string;
  readonly sealed: Uint8Array;
  /** Attempts started, this one included. */
  readonly attempt: number;
  /** An earlier attempt may have arrived: it ended without a reply. */
  readonly ambiguous: boolean;
  readonly acceptedAt: number;
}

/** Rows: `due → leased → delivered | due | dead`. Each of done, retry and dead answers false when the lease was lost. */
export interface Outbox extends Acceptor {
  claim(now: number, limit: number): Promise<readonly Claim[]>;
  /** Delivered. `retention.ts` says whether the body, and the second contacts behind it, go now or once it was opened. */
  done(claim: Claim, now: number): Promise<boolean>;
  retry(claim: Claim, dueAt: number, ambiguous: boolean): Promise<boolean>;
  /** Will never get through on its own: kept sealed until a person acts; second contacts become due at once. */
  dead(claim: Claim, now: number): Promise<boolean>;
  /**
   * A person at this agency opened what was delivered to it: the body is erased, and every second contact behind it that
   * has not got the report. Told twice is the same as once. `false`: nothing under this id was delivered to this agency.
   */
  opened(id: string, recipient: string, now: number): Promise<boolean>;
  stats(now: number): Promise<OutboxStats>;
  /**
   * Erases bodies that nobody opened in time, forgets ids whose time is over, and makes sure that what was erased cannot be read back from the disk. `false` when
   * somebody was reading just then: ask again.
   */
  tidy(now: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Counts only: nothing in them says what any report is about. */
export interface OutboxStats {
  readonly due: number;
  readonly leased: number;
  readonly dead: number;
  readonly deliveredToday: number;
  /** Age in ms of the oldest envelope that should have gone, or 0. */
  readonly oldestDueMs: number;
}
