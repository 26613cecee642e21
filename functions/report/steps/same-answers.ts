import type { Report } from '../contract/report.ts';
import { keyedHash } from './keyed-hash.ts';

const windowMs = 72 * 60 * 60 * 1000;
const mostRemembered = 10_000;

/**
 * Remembers, in memory only and as keyed digests, which ticked answers came in the last 72 h. Two neighbours who tick the
 * same boxes are corroboration, which the agency is told of; it is no sign of anything else (service.md M12).
 */
export class SameAnswers {
  private readonly seen = new Map<string, number>();
  private readonly secret: Uint8Array;

  constructor(secret: Uint8Array) {
    this.secret = secret;
  }

  /** True when another report with the same ticked answers came within 72 h; remembers this one. */
  before(report: Report, now: number): boolean {
    const key = this.digest(report);
    const last = this.seen.get(key);
    this.seen.delete(key);
    this.seen.set(key, now);
    if (this.seen.size > mostRemembered) this.forgetOldest();
    return last !== undefined && now - last < windowMs;
  }

  private forgetOldest(): void {
    const oldest = this.seen.keys().next();
    if (!oldest.done) this.seen.delete(oldest.value);
  }

  private digest({ place, signs, area, concern, child, care, people }: Report): string {
    const ticks = JSON.stringify([place, signs, area, concern, child, care, people]);
    return keyedHash(this.secret, 'same|', ticks).toString('base64');
  }
}
