import type { DeliveryResult } from '../mail/mail.ts';
import type { Claim, Outbox } from '../outbox/outbox.ts';
import { retryDelay } from '../outbox/schedule.ts';
import type { Alerts } from './alert.ts';
import type { AlertKind } from './alert-mails.ts';
import type { CourierLog } from './courier-log.ts';
import { claimCarrier, type DeliveryParts } from './deliver-claim.ts';

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
  const deliver = claimCarrier(parts);
  let erased = false;

  async function carry(claim: Claim): Promise<void> {
    const result = await deliver(claim);
    const write = async () => {
      const held = await settle(parts, claim, result);
      parts.log({ event: 'delivery', outcome: held ? result.outcome : 'lease-lost', code: codeOf(result) });
      erased ||= result.outcome === 'delivered';
    };
    await write().catch(() => void unwritten.push(write));
    tell(parts, result);
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
  const wait = result.code === heldCode ? heldDelay : retryDelay(claim.attempt, random());
  return outbox.retry(claim, now + wait, result.ambiguous);
}

/** A mail that waits for an agency's key. It is looked at often, so that it leaves soon after the key is there. */
const heldCode = 'HELD';
const heldDelay = 5 * 60_000;

const codeOf = (result: DeliveryResult): string | undefined =>
  result.outcome === 'delivered' ? undefined : result.code;

/** Codes of an attempt that ended without a delivery, and what an operator is told of each. */
const alertsOf: Readonly<Record<string, AlertKind>> = { 'NO-KEY': 'keys', UNOPENABLE: 'keys', [heldCode]: 'held' };

/** Not waited for: a mail server that hangs must not keep a hand from the next report. */
function tell({ alerts, clock }: CourierParts, result: DeliveryResult): void {
  const about = result.outcome === 'delivered' ? undefined : alertsOf[result.code];
  const kinds: (AlertKind | undefined)[] = [
    result.outcome === 'dead' ? 'dead-letter' : undefined,
    about,
    result.tls === 'failed' ? 'tls' : undefined,
  ];
  const raised = kinds.filter((kind) => kind !== undefined);
  for (const kind of raised) alerts.raise(kind);
  if (raised.length > 0) void alerts.send(clock());
}
