/**
 * `npm run bench`: the figures beside their goals. Exit code 1 only when the run is void, or with `-- --gate` when a goal is
 * missed. `-- weights cold-start` runs these parts only; those that take many minutes run only when they are named.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { accept, acceptOnPostgres } from './accept.ts';
import { baselines } from './baselines.ts';
import { type BenchSite, benchSite } from './bench-site.ts';
import { coldStart } from './cold-start.ts';
import { couriers } from './couriers.ts';
import { type Findings, show } from './figure.ts';
import { memory } from './memory.ts';
import { million } from './million.ts';
import { printTable } from './print-table.ts';
import { sizes } from './sizes.ts';
import { slow3g } from './slow-3g.ts';
import { weights } from './weights.ts';

/** So that absolute figures are read for what they are: shares hold anywhere, seconds and rates belong to a machine. */
const anchor =
  'The machine the goals were set on: insert alone 10,414/s, contact form 1,275/s, empty server 59 ms, least page 0.59 s.';

type Part = (site: BenchSite) => Promise<Findings>;

const parts: Readonly<Record<string, Part>> = {
  weights,
  accept,
  'accept-postgres': acceptOnPostgres,
  baselines,
  memory,
  couriers,
  'cold-start': coldStart,
  sizes,
  'slow-3g': slow3g,
  million,
};
/** Run by name only. */
const long = ['million'];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const usual = Object.keys(parts).filter((name) => !long.includes(name));
const unknown = wanted.find((name) => parts[name] === undefined);
if (unknown === undefined) process.exitCode = await bench(wanted.length === 0 ? usual : wanted);
else {
  console.error(`No part "${unknown}": use any of ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 1;
}

async function bench(names: readonly string[]): Promise<number> {
  const started = performance.now();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${load()} at the start.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'kts-bench-'));
  try {
    const site = await benchSite(folder);
    const build = { what: 'build of site and function, from nothing', measured: show.seconds(site.buildSeconds) };
    const found: Findings[] = [{ figures: [build], notes: [], voids: [] }];
    for (const name of names) {
      console.log(`… ${name}`);
      found.push(await findingsOf(name, site));
    }
    return report(found, (performance.now() - started) / 1000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A part that fell over leaves the others their figures, and the run is void. */
async function findingsOf(name: string, site: BenchSite): Promise<Findings> {
  try {
    return (await parts[name]?.(site)) ?? { figures: [], notes: [], voids: [] };
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return { figures: [], notes: [], voids: [`${name} could not be measured: ${why}`] };
  }
}

function report(found: readonly Findings[], seconds: number): number {
  const figures = found.flatMap((one) => one.figures);
  const voids = found.flatMap((one) => one.voids);
  const missed = figures.filter(({ met }) => met === false);
  console.log(`\n${printTable(figures)}\n`);
  for (const note of found.flatMap(({ notes }) => notes)) console.log(note);
  console.log(anchor);
  const doubts = found.flatMap((one) => one.doubts ?? []);
  for (const why of voids) console.log(`VOID: ${why}`);
  for (const why of doubts) console.log(`DOUBT: ${why}`);
  const goals = figures.filter(({ met }) => met !== undefined).length;
  console.log(
    `\n${goals - missed.length} of ${goals} goals met, ${voids.length} void, ${doubts.length} doubts, ${seconds.toFixed(0)} s, ${load()}.`,
  );
  const gated = process.argv.includes('--gate') && missed.length > 0;
  return voids.length > 0 || gated ? 1 : 0;
}

function load(): string {
  return `load ${(loadavg()[0] ?? 0).toFixed(1)}`;
}
