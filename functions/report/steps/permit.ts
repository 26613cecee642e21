import { randomBytes } from 'node:crypto';
import type { Asked, Routed } from '../asked.ts';
import type { Parts } from '../parts.ts';
import { guardOf, quickestHumanSeconds, readToken, signToken } from './token.ts';

/** May this Send store a report, and under which id? */
export type Permit =
  /** `shownAt`: when the check page was shown, ms since 1970; a program saw none. */
  | {
      readonly state: 'granted';
      readonly id: string;
      readonly suspect: boolean;
      readonly shownAt: number | undefined;
    }
  | { readonly state: 'old-token' | 'changed' | 'missing' };

type Sending = Asked & Routed & { readonly idempotencyKey: string | undefined };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A token for a check page: a new id, and what the page shows. Its id becomes the report's only when it is sent. */
export function newToken(parts: Parts, shown: Routed): string {
  const issuedAt = Math.floor(parts.now() / 1000);
  return signToken({ id: randomBytes(16).toString('hex'), issuedAt, guard: guard(parts, shown) }, parts.secret);
}

/** JSON goes by its Idempotency-Key; a form by the token of the check page that its reporter saw. */
export function permit(parts: Parts, sending: Sending): Permit {
  if (sending.format === 'json') return keyPermit(sending.idempotencyKey);
  const reading = readToken(sending.raw.get('token')?.[0] ?? '', parts.secret, parts.now());
  if (!reading.ok) return { state: 'old-token' };
  const { id, issuedAt, guard: shown } = reading.content;
  if (shown !== guard(parts, sending)) return { state: 'changed' };
  const ageSeconds = parts.now() / 1000 - issuedAt;
  const suspect = ageSeconds < quickestHumanSeconds || honeypotFilled(sending);
  return { state: 'granted', id, suspect, shownAt: issuedAt * 1000 };
}

function keyPermit(key: string | undefined): Permit {
  if (key === undefined || !uuid.test(key)) return { state: 'missing' };
  return { state: 'granted', id: key.replaceAll('-', '').toLowerCase(), suspect: false, shownAt: undefined };
}

function honeypotFilled({ raw }: Asked): boolean {
  return (raw.get('website') ?? []).some((value) => value !== '');
}

/** The language is left out: the same answers and cards read in another language are the same report. */
function guard(parts: Parts, { report, cards }: Routed): string {
  return guardOf([{ ...report, locale: '' }, cards], parts.secret);
}
