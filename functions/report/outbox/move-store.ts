import { differentKeys, type KeptRow, type MoveSource, type MoveTarget } from './transfer.ts';

/** After each of these a move may end for whatever reason, and be run again. */
export type MoveStep = 'keys' | 'marked' | 'taken' | 'removed' | 'forgotten';

export interface Move {
  readonly source: MoveSource;
  readonly target: MoveTarget;
  /** A name that no other batch ever had. */
  newId(): string;
  /** Reports a batch; 200 unless a test hands another in. */
  readonly size?: number | undefined;
  /** Told after each step; a test ends the process here. */
  readonly step?: ((name: MoveStep) => void) | undefined;
}

/**
 * Makes the target know the source's days' keys, so that both are sealed to alike. Throws, with nothing changed, when
 * they differ for a day of `days`, or for any day when none are given.
 */
export async function moveKeys({ source, target }: Pick<Move, 'source' | 'target'>, days?: ReadonlySet<string>) {
  const [ours, theirs] = [await source.keys(), await target.keys()];
  const known = new Map(theirs.map((key) => [key['day'], key]));
  const day = ours.find((key) => (days?.has(String(key['day'])) ?? true) && differs(key, known.get(key['day'])))?.[
    'day'
  ];
  if (day !== undefined) throw differentKeys(String(day));
  await target.takeKeys(ours);
}

/** Whether two rows hold different keys of one day. */
export function differs(one: KeptRow, other: KeptRow | undefined): boolean {
  const [a, b] = [one['public'], other?.['public']];
  return a instanceof Uint8Array && b instanceof Uint8Array && !Buffer.from(a).equals(b);
}

/**
 * Moves all that a store keeps into another, a batch at a time: marked in the source, taken by the target, removed from
 * the source. Ended at any point and run again it loses nothing and doubles nothing, since the target remembers a batch
 * until the source has let go of it. Answers how many reports this run moved.
 */
export async function moveStore({ source, target, newId, size = 200, step = () => undefined }: Move): Promise<number> {
  await moveKeys({ source, target }, await source.daysInUse());
  step('keys');
  let moved = 0;
  for (let batch = await source.batch(newId(), size); batch !== undefined; batch = await source.batch(newId(), size)) {
    step('marked');
    await target.take(batch);
    step('taken');
    await source.remove(batch.id);
    step('removed');
    await target.forget(batch.id);
    step('forgotten');
    moved += batch.rows.report.length;
  }
  await source.finish();
  return moved;
}
