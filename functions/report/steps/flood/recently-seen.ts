const windowMs = 72 * 60 * 60 * 1000;
const mostRemembered = 10_000;

/** One report, at one moment. */
export interface Sighting {
  readonly id: string;
  readonly now: number;
}

interface Seen {
  readonly id: string;
  readonly at: number;
  readonly again: boolean;
}

/** Which digests came in the last 72 h, in memory only; the oldest is forgotten for a new one when there are too many. */
export class RecentlySeen {
  private readonly seen = new Map<string, Seen>();

  /** True when the same digest came with another report; remembers this one. A report sent once more says the same again. */
  before(digest: string, { id, now }: Sighting): boolean {
    const last = this.seen.get(digest);
    const isRecent = last !== undefined && now - last.at < windowMs;
    const again = isRecent && (last.id !== id || last.again);
    this.seen.delete(digest);
    this.seen.set(digest, { id, at: now, again });
    if (this.seen.size > mostRemembered) this.forgetOldest();
    return again;
  }

  private forgetOldest(): void {
    const oldest = this.seen.keys().next();
    if (!oldest.done) this.seen.delete(oldest.value);
  }
}
