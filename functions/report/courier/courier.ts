import type { DeliveryResult } from '../mail/mail.ts';
import type { Claim, Outbox } from '../outbox/outbox.ts';
import { retryDelay } from '../outbox/schedule.ts';
import type { Alerts } from './alert.ts';
import type { CourierLog } from './courier-log.ts';
import { type DeliveryParts, deliverClaim } from './deliver-claim.ts';

export interface CourierParts extends DeliveryParts {
  readonly outbox: Outbox;
  readonly alerts: Alerts;
  /** Deliveries at once. */
  readonly parallel: number;
  readonly log: CourierLog;
  /** 0 up to, not including, 1. */
  random(): number;
}

export interface Courier {
  /** Takes what is due into its free hands, and answers how many it took; their delivery goes on meanwhile. */
  poll(): Promise<number>;
  /** Deliveries under way. */
  underway(): readonly Promise<void>[];
  /** Whether anything was erased since the last time it was asked. */
  takeErased(): boolean;
}

/** An end that could not be written down, such as on a full disk. */
type Unwritten = () => Promise<void>;

/** Claim → open → deliver → done, retry or dead. It holds nothing but what is in its hands: the store is the record. */
export function createCourier(parts: CourierParts): Courier {
  const underway = new Set<Promise<void>>();
  const unwritten: Unwritten[] = [];
  let erased = false;

  async function carry(claim: Claim): Promise<void> {
    const result = await deliverClaim(parts, claim);
    const write = async () => {
      const held = await settle(parts, claim, result);
      parts.log({ event: 'delivery', outcome: held ? result.outcome : 'lease-lost', code: codeOf(result) });
      erased ||= result.outcome === 'delivered';
    };
    await write().catch(() => void unwritten.push(write));
    if (result.outcome === 'dead') tell(parts, result.code);
  }

  return {
    async poll() {
      // What is done must be written before anything else is taken, or a full disk would send the same again and again.
      for (let write = unwritten[0]; write !== undefined; write = unwritten[0]) {
        await write();
        unwritten.shift();
      }
      const claims = await parts.outbox.claim(parts.clock(), parts.parallel - underway.size);
      for (const claim of claims) {
        const carried: Promise<void> = carry(claim).finally(() => underway.delete(carried));
        underway.add(carried);
      }
      return claims.length;
    },
    underway: () => [...underway],
    takeErased() {
      const any = erased;
      erased = false;
      return any;
    },
  };
}

/** Writes down how an attempt ended; `false` when its lease was lost. */
function settle({ outbox, clock, random }: CourierParts, claim: Claim, result: DeliveryResult): Promise<boolean> {
  const now = clock();
  if (result.outcome === 'delivered') return outbox.done(claim, now);
  if (result.outcome === 'dead') return outbox.dead(claim, now);
  return outbox.retry(claim, now + retryDelay(claim.attempt, random()), result.ambiguous);
}

const codeOf = (result: DeliveryResult): string | undefined =>
  result.outcome === 'delivered' ? undefined : result.code;

/** Codes of `deliverClaim` that say something about our keys and not about a mailbox. */
const aboutKeys = ['NO-KEY', 'UNOPENABLE'];

/** Not waited for: a mail server that hangs must not keep a hand from the next report. */
function tell({ alerts, clock }: CourierParts, code: string): void {
  alerts.raise('dead-letter');
  if (aboutKeys.includes(code)) alerts.raise('keys');
  void alerts.send(clock());
}
