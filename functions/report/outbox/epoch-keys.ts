/** What intake may see of a day's key. */
export interface PublicEpochKey {
  readonly day: string;
  /** Raw X25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Intake's side of the keys: it can seal and never open. */
export interface EpochPublicKeys {
  /** Today's key, else the newest that is not shredded; `undefined` when none was ever published. */
  current(day: string): Promise<PublicEpochKey | undefined>;
}

/** The courier's side. `wrapped` is the private key, encrypted with the master key. */
export interface EpochKeyStore extends EpochPublicKeys {
  publish(key: PublicEpochKey & { readonly wrapped: Uint8Array }): Promise<void>;
  wrapped(day: string): Promise<Uint8Array | undefined>;
  /** Destroys the private keys of days before `day` that no undelivered envelope still needs; answers how many. */
  shredBefore(day: string, now: number): Promise<number>;
}
