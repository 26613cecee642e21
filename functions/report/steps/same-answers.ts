import type { Report } from '../contract/report.ts';
import { RecentlySeen } from './flood/recently-seen.ts';
import { keyedHash } from './keyed-hash.ts';

/**
 * Remembers, in memory only and as keyed digests, which ticked answers came in the last 72 h. Two neighbours who tick the
 * same boxes are corroboration, which the agency is told of; it is no sign of anything else (service.md M12).
 */
export class SameAnswers {
  private readonly seen = new RecentlySeen();
  private readonly secret: Uint8Array;

  constructor(secret: Uint8Array) {
    this.secret = secret;
  }

  /** True when another report with the same ticked answers came within 72 h; remembers this one, which may be tried again. */
  before(report: Report, { id, now }: { readonly id: string; readonly now: number }): boolean {
    return this.seen.before(this.digest(report), { id, now });
  }

  private digest({ place, signs, area, concern, child, care, people }: Report): string {
    const ticks = JSON.stringify([place, signs, area, concern, child, care, people]);
    return keyedHash(this.secret, 'same|', ticks).toString('base64');
  }
}
