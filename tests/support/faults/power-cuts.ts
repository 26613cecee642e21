import { randomUUID } from 'node:crypto';
import type { LoopDisk } from './loop-disk.ts';
import { type Acknowledged, send } from './persistent-clients.ts';

/** Everything that runs on the disk whose power is cut. */
export interface Machine {
  readonly url: string;
  /** Starts whatever was running, on what the disk still holds; rejects when it cannot. */
  start(): Promise<void>;
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
  /** Reports that were answered with a receipt before the cut and that the store does not know. */
  readonly missing: number;
  /** Answers that came after the cut, which on a machine without power reach nobody. */
  readonly late: number;
  /** Those of them that the store does not know: a write that was under way as the disk went may be called done. */
  readonly lateMissing: number;
  readonly integrity: readonly string[];
}

/** Reports come in, the power goes at a drawn one of them, comes back, and what was promised is looked for. */
export async function powerCuts(input: PowerCutsInput): Promise<PowerCuts> {
  const { disk, machine, random, canary } = input;
  const acknowledged: Acknowledged[] = [];
  const late: Acknowledged[] = [];
  const integrity = new Set<string>();
  let [missing, lateMissing, cuts] = [0, 0, 0];
  await machine.start();
  while (cuts < input.cuts && !(input.stopAtFirstLoss === true && missing > 0)) {
    const last = acknowledged.length + 20 + Math.floor(random() * 100);
    await loadUntil(machine.url, canary, (report) => {
      if (acknowledged.length === last) late.push(report);
      else if (acknowledged.push(report) === last) disk.cutPower();
      return acknowledged.length < last;
    });
    await machine.kill();
    disk.restore();
    await machine.start();
    cuts += 1;
    integrity.add(await machine.integrity());
    const known = await machine.reports();
    const unknown = (reports: readonly Acknowledged[]) => reports.filter(({ id }) => !known.has(id)).length;
    [missing, lateMissing] = [unknown(acknowledged), unknown(late)];
  }
  return { cuts, acknowledged, missing, late: late.length, lateMissing, integrity: [...integrity] };
}

const clients = 8;

/** New reports from all sides until one is the last. */
async function loadUntil(url: string, canary: string, taken: (report: Acknowledged) => boolean): Promise<void> {
  let going = true;
  const client = async () => {
    while (going) {
      const id = randomUUID();
      const recipients = await send(url, id, canary);
      if (recipients !== undefined) going = taken({ id: id.replaceAll('-', ''), recipients, canary }) && going;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}
