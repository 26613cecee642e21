import { textFields } from '../../contract/answers.ts';
import type { Report } from '../../contract/report.ts';
import { keyedHash } from '../keyed-hash.ts';
import { RecentlySeen, type Sighting } from './recently-seen.ts';

/** Shorter words may well be the same in two honest reports: "a car wash in Leicester". */
const leastLetters = 40;

/**
 * Notices the same free text sent again and again as different reports, which people do not do and programs do. Ticked
 * answers alone are no sign of it: two neighbours who tick the same boxes are corroboration (service.md M12).
 */
export class LookAlikes {
  private readonly seen = new RecentlySeen();
  private readonly secret: Uint8Array;

  constructor(secret: Uint8Array) {
    this.secret = secret;
  }

  /** True when another report with the same words came within 72 h; remembers this one, as a keyed digest. */
  before(report: Report, sighting: Sighting): boolean {
    const letters = lettersOf(report);
    if ([...letters].length < leastLetters) return false;
    return this.seen.before(keyedHash(this.secret, 'words|', letters).toString('base64'), sighting);
  }
}

/** Other spaces, capitals, signs and numbers do not make another text. */
function lettersOf(report: Report): string {
  return textFields
    .map((field) => report[field])
    .join(' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}]/gu, '');
}
