import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../live-site.ts';
import { ambiguous, type DrawnSink } from './drawn-sink.ts';
import { killer, type Victim } from './killer.ts';
import { pace } from './pace.ts';
import { type Acknowledged, persistentClients } from './persistent-clients.ts';
import { readableNow } from './readable-now.ts';
import { missing, type Tally, tally } from './tally.ts';

export interface KillRunInput {
  readonly urls: readonly string[];
  readonly sink: DrawnSink;
  /** Every process of ours, whose words and environment are searched. */
  readonly parts: readonly Part[];
  readonly victims: readonly (readonly Victim[])[];
  readonly folders: readonly string[];
  readonly reports: number;
  readonly kills: number;
  random(): number;
  /** Envelopes of the store that have not gone and should. */
  waiting(): Promise<number>;
}

export interface KillRun extends Tally {
  readonly acknowledged: number;
  readonly fell: number;
  /** Mails that were taken and never answered. */
  readonly injected: number;
  readonly scans: number;
  readonly readable: readonly string[];
}

/** Reporters send, the mail server goes wrong, processes fall; then all is left alone until nothing waits any more. */
export async function killRun(input: KillRunInput): Promise<KillRun> {
  const { sink, parts, folders, reports, kills, random } = input;
  const canary = `zebra${Math.floor(random() * 1e9)}ઝેબ્રા`;
  const sent: Acknowledged[] = [];
  const readable = new Set<string>();
  const { turn, advance } = pace(reports, kills);
  let scans = 0;
  const scan = () => {
    scans += 1;
    for (const name of readableNow(parts, folders, canary)) readable.add(name);
  };
  const struck = () => {
    scan();
    advance();
  };
  const clients = persistentClients({
    ...{ urls: input.urls, reports, atOnce: 8, canary, turn },
    acknowledged: (report) => void sent.push(report),
  });
  const [fell] = await Promise.all([killer({ victims: input.victims, kills, random, struck }), clients]);
  await drained(input, sent);
  scan();
  const injected = ambiguous.reduce((sum, fate) => sum + sink.fated(fate), 0);
  return {
    ...(await tally(sent, sink.mails)),
    acknowledged: sent.length,
    fell,
    injected,
    scans,
    readable: [...readable],
  };
}

/** Resolves when every mail came, or when nothing waits that could still bring one; the test's own limit ends it. */
async function drained({ sink, waiting }: KillRunInput, sent: readonly Acknowledged[]): Promise<void> {
  sink.behave();
  while (missing(sent, sink.mails) > 0 && (await waiting()) > 0) await pause(200);
}

/** What one courier has in hand at once (`parallel` in start-courier.ts): each may have been taken when it falls. */
const inHand = 4;

/**
 * How many mails may have come twice: those whose answer the mail server kept to itself, and one for each kill. That is a
 * mean over many kills; over few each may hit all that the couriers have in hand.
 */
export const duplicatesAllowed = (run: KillRun, { couriers, long }: { couriers: number; long: boolean }): number =>
  run.injected + run.fell * (long ? 1 : inHand * couriers);

/** The run in one line. */
export const summary = (seed: number, run: KillRun): string =>
  `seed ${seed}: ${run.acknowledged} reports, ${run.fell} processes killed, ${run.lost} lost, ${run.wrong} wrong, ` +
  `${run.duplicates} duplicates (${run.injected} injected), ${run.unflagged} unflagged, ` +
  `${run.readable.length} readable in ${run.scans} searches`;
