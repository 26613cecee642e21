import type { Recipients } from '../contract/recipient-setting.ts';
import { alwaysReads } from '../reading-hours.ts';

/** Nobody has this domain (RFC 2606), so nothing of a demo can reach anyone. */
export const demoDomain = 'demo.invalid';
/** An agreement of nobody with nobody, so that every card can be seen; the day says that it is no real one. */
const demoDay = '2000-01-01';

/** In demo mode every agency that a rule can name has a mailbox of its own. */
export function demoRecipients(agencies: readonly string[]): Recipients {
  return new Map(
    agencies.map((id) => [
      id,
      {
        email: `${id}@${demoDomain}`,
        reads: alwaysReads,
        agreed: demoDay,
        tested: demoDay,
        acknowledges: false,
        json: false,
      },
    ]),
  );
}
