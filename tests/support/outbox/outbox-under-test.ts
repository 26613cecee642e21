import { expect, onTestFinished } from 'vitest';
import type { EpochKeyStore } from '../../../functions/report/outbox/epoch-keys.ts';
import type { Claim, Outbox, SealedReport } from '../../../functions/report/outbox/outbox.ts';
import type { KeepBody } from '../../../functions/report/outbox/retention.ts';
import { noon } from '../a-sealed-report.ts';

/** Made anew for each test. The key of `epochDay` is published. */
export interface OutboxUnderTest {
  readonly outbox: Outbox;
  readonly keys: EpochKeyStore;
  close(): Promise<void>;
}

/** `until`: what ends the keeping of a body; the engine's own default when it is not said. */
export type MakeStore = (until?: KeepBody) => Promise<OutboxUnderTest>;

/** Closed again when the test ends. */
export async function opened<T extends { close(): Promise<void> }>(makeStore: () => Promise<T>): Promise<T> {
  const store = await makeStore();
  onTestFinished(() => store.close());
  return store;
}

/** A store in which these reports wait. */
export async function withReports(makeStore: MakeStore, ...reports: readonly SealedReport[]) {
  const store = await opened(makeStore);
  for (const report of reports) expect(await store.outbox.accept(report)).toBe('stored');
  return store;
}

/** Claims everything due and hands back each by its recipient. */
export async function claimed(outbox: Outbox, now = noon): Promise<Readonly<Record<string, Claim>>> {
  return Object.fromEntries((await outbox.claim(now, 100)).map((claim) => [claim.recipient, claim]));
}

export const one = (claims: Readonly<Record<string, Claim>>, recipient: string): Claim => {
  const claim = claims[recipient];
  if (claim === undefined) throw new Error(`Nothing for ${recipient} was due.`);
  return claim;
};

/** Who is written to now, by name. */
export const dueAt = async (outbox: Outbox, now: number) => Object.keys(await claimed(outbox, now)).sort();
