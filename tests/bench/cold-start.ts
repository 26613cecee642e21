import path from 'node:path';
import type { BenchSite } from './bench-site.ts';
import { type Artefact, artefacts, emptyStart, startOf } from './built-starts.ts';
import { type Figure, type Findings, judged, show } from './figure.ts';
import { firstSign } from './first-sign.ts';
import { median } from './median.ts';

const runs = 11;
/** The goal is for what a reporter waits for; a courier that starts keeps nobody waiting. */
const mostTimes: Readonly<Record<Artefact, number | undefined>> = {
  intake: 1.3,
  'fetch entry': 1.3,
  courier: undefined,
};
const signs = { intake: 'to first answer', 'fetch entry': 'to first answer', courier: 'to ready' } as const;

/**
 * From `spawn` to the end of the first answer: a report as JSON, 202, on a store that has its keys; of the courier, until
 * it delivers. Against an empty server that answers the same request. In turn, each once uncounted, so that the files are
 * in the disk's cache.
 */
export async function coldStart(site: BenchSite): Promise<Findings> {
  const empty = () => firstSign(emptyStart(site));
  const starts = artefacts.map((artefact) => ({
    artefact,
    start: () => firstSign(startOf(site, artefact)),
    times: [] as number[],
  }));
  const bare: number[] = [];
  for (const { start } of starts) await start();
  await empty();
  for (let run = 0; run < runs; run += 1) {
    bare.push(await empty());
    for (const { start, times } of starts) times.push(await start());
  }
  site.removeFolder(path.join(site.folder, 'cold'));
  const figures = starts.flatMap(({ artefact, times }) => figuresOf(artefact, times, bare));
  return { figures, notes: [], voids: [] };
}

function figuresOf(artefact: Artefact, times: readonly number[], bare: readonly number[]): readonly Figure[] {
  const what = `start ${signs[artefact]}, built ${artefact}`;
  const value = median(times.map((ms, run) => ms / (bare[run] ?? 0)));
  const most = mostTimes[artefact];
  const against = `${what}, against an empty server`;
  return [
    { what, measured: `${show.ms(median(times))} (empty server ${show.ms(median(bare))})` },
    most === undefined
      ? { what: against, measured: show.times(value) }
      : judged({ what: against, value, most, show: show.times }),
  ];
}
