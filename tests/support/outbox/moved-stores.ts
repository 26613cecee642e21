import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type MoveStep, moveStore } from '../../../functions/report/outbox/move-store.ts';
import type { SealedReport } from '../../../functions/report/outbox/outbox.ts';
import { anEnvelope, aSealedReport, aThen, epochDay, minute, noon } from '../a-sealed-report.ts';
import { sourceAt, targetAt } from './move-ends.ts';
import type { Contents, PlaceUnderMove } from './place-under-move.ts';

const dayBefore = '2027-03-13';
/** A key of a day, told apart by what it is filled with. */
export const key = (day: string, fill: number) => ({
  day,
  publicKey: Buffer.alloc(32, fill),
  wrapped: Buffer.alloc(64, fill),
});

/** One whole move in batches of three, or up to where `step` ends it. */
export async function moved(
  from: PlaceUnderMove,
  to: PlaceUnderMove,
  step?: (name: MoveStep) => void,
): Promise<number> {
  const source = await sourceAt(from.address);
  const target = await targetAt(to.address).catch(async (fault: unknown) => {
    await source.close();
    throw fault;
  });
  return moveStore({ source, target, newId: randomUUID, size: 3, step }).finally(() =>
    Promise.all([source.close(), target.close()]),
  );
}

/** The same in a process of its own that is killed there; answers by what it ended. */
export async function killedAt(from: PlaceUnderMove, to: PlaceUnderMove, end: { step: MoveStep; time: number }) {
  const script = path.resolve('tests/fixtures/move-process.ts');
  const times = String(end.step === 'keys' ? 1 : end.time);
  const args = [script, from.address, to.address, end.step, times];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [, signal] = await once(child, 'exit');
  return signal;
}

/** A move that is over after this step was reached so many times; `keys` is reached once. */
export async function endedAt(
  from: PlaceUnderMove,
  to: PlaceUnderMove,
  end: { step: MoveStep; time: number },
): Promise<void> {
  let left = end.step === 'keys' ? 1 : end.time;
  const step = (name: MoveStep) => {
    if (name === end.step) left -= 1;
    if (left === 0) throw new Error('The move ended here.');
  };
  await expect(moved(from, to, step)).rejects.toThrow('The move ended here.');
}

/** Reports in every state, two days' keys and counts. */
export async function fill(place: PlaceUnderMove) {
  const store = await place.open('opened');
  const { outbox, keys } = store;
  await keys.publish(key(dayBefore, 1));
  await keys.publish(key(epochDay, 2));
  const take = async (over: Partial<SealedReport> = {}) => {
    const report = aSealedReport(over);
    expect(await outbox.accept(report)).toBe('stored');
    return report;
  };
  const waiting = { envelopes: [anEnvelope({ dueAt: noon + minute })] };
  for (let n = 0; n < 8; n += 1) await take(waiting);
  await take({ rule: 'child', envelopes: [anEnvelope({ dueAt: noon + minute }), aThen('helpline', 1)] });
  const gone = await take({ envelopes: [anEnvelope({ epoch: dayBefore })] });
  const kept = await take();
  const [died, again, inHand] = [await take(), await take(), await take()];
  for (const claim of await outbox.claim(noon, 100)) {
    if (claim.id === gone.id || claim.id === kept.id) await outbox.done(claim, noon);
    if (claim.id === died.id) await outbox.dead(claim, noon);
    if (claim.id === again.id) await outbox.retry(claim, noon + minute, false);
  }
  await outbox.opened(gone.id, 'police', noon);
  await keys.shredBefore(epochDay, noon);
  await store.close();
  return { delivered: gone, inHand };
}

const leasedHere = (row: Contents['outbox'][number]) => row['state'] === 'leased';

export const withLapsedLeases = (contents: Contents): Contents => ({
  ...contents,
  outbox: contents.outbox.map((row) => (leasedHere(row) ? { ...row, state: 'due', ambiguous: 1 } : row)),
});

/** A move that ended half way may call an envelope a possible duplicate that is none; nothing else may differ. */
export const withoutWarnings = (contents: Contents): Contents => ({
  ...contents,
  outbox: contents.outbox.map((row) => ({ ...row, ambiguous: 0 })),
});

export const lapsedWithoutWarnings = (contents: Contents) => withoutWarnings(withLapsedLeases(contents));
