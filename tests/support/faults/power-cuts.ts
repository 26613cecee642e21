import { randomUUID } from 'node:crypto';
import type { LoopDisk } from './loop-disk.ts';
import { type Acknowledged, send } from './persistent-clients.ts';

/** Everything that runs on the disk whose power is cut. */
export interface Machine {
  readonly url: string;
  /** Starts whatever was running, on what the disk still holds; rejects when it cannot. */
  start(): Promise<void>;
  /** Stops all of it where it is; only `kill` helps. */
  freeze(): void;
  /** Ends all of it at once. */
  kill(): Promise<void>;
  /** Ids of all reports that the store knows. Called while it runs. */
  reports(): Promise<ReadonlySet<string>>;
  /** What the store says of its own files: `ok`, or not. */
  integrity(): Promise<string>;
}

export interface PowerCutsInput {
  readonly disk: LoopDisk;
  readonly machine: Machine;
  /** At most. */
  readonly cuts: number;
  readonly canary: string;
  readonly stopAtFirstLoss?: boolean;
  random(): number;
}

export interface PowerCuts {
  readonly cuts: number;
  readonly acknowledged: readonly Acknowledged[];
  /** Reports that were answered with a receipt and that the store does not know. */
  readonly missing: number;
  readonly integrity: readonly string[];
}

/** Reports come in, the power goes at a drawn one of them, comes back, and what was promised is looked for. */
export async function powerCuts(input: PowerCutsInput): Promise<PowerCuts> {
  const { disk, machine, random, canary } = input;
  const acknowledged: Acknowledged[] = [];
  const integrity = new Set<string>();
  let [missing, cuts] = [0, 0];
  await machine.start();
  while (cuts < input.cuts && !(input.stopAtFirstLoss === true && missing > 0)) {
    const last = acknowledged.length + 20 + Math.floor(random() * 100);
    const load = startLoad(machine.url, canary, (report) => acknowledged.push(report) >= last);
    await load.reached;
    // A machine without power says nothing more; a disk alone that goes may call a write done that it never did.
    machine.freeze();
    disk.cutPower();
    await machine.kill();
    await load.ended; // What is read now was said before the cut, and counts.
    disk.restore();
    await machine.start();
    cuts += 1;
    integrity.add(await machine.integrity());
    const known = await machine.reports();
    missing = acknowledged.filter(({ id }) => !known.has(id)).length;
  }
  return { cuts, acknowledged, missing, integrity: [...integrity] };
}

const clients = 8;

interface Load {
  /** Resolves with the last of the reports that it was begun for; more may be under way. */
  readonly reached: Promise<void>;
  /** Resolves when nobody sends any more. */
  readonly ended: Promise<unknown>;
}

/** New reports from all sides until `taken` says that one was the last. */
function startLoad(url: string, canary: string, taken: (report: Acknowledged) => boolean): Load {
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  let going = true;
  const client = async () => {
    while (going) {
      const id = randomUUID();
      const recipients = await send(url, id, canary);
      if (recipients === undefined || !taken({ id: id.replaceAll('-', ''), recipients, canary })) continue;
      going = false;
      resolve();
    }
  };
  return { reached, ended: Promise.all(Array.from({ length: clients }, client)) };
}
