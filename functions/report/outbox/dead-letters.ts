/** One envelope that could not be delivered, as far as a person may know of it without opening it. */
export interface DeadLetter {
  /** Of the report. */
  readonly id: string;
  readonly recipient: string;
  readonly role: 'primary' | 'copy' | 'then';
  /** The day the report was taken, UTC, `YYYY-MM-DD`. */
  readonly day: string;
}

export type DeadLetterName = Pick<DeadLetter, 'id' | 'recipient'>;

/** What a person can do about dead letters, beside a running courier. Nothing here can name another agency. */
export interface DeadLetters {
  /** The oldest day first. */
  list(): Promise<readonly DeadLetter[]>;
  /** The same envelope, to the same agency, due now. `false`: it is no dead letter (any more). */
  again(letter: DeadLetterName, now: number): Promise<boolean>;
  /** Erases the sealed body for good; other envelopes of the report stay as they are. `false`: it is no dead letter. */
  giveUp(letter: DeadLetterName, now: number): Promise<boolean>;
}
