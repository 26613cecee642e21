import path from 'node:path';
import { figuresOf } from './accept-figures.ts';
import { type BenchSite, startIntake } from './bench-site.ts';
import { mailLengths, storedReports } from './bench-store.ts';
import { type Contender, startRival, warmUp } from './contender.ts';
import { type Findings, show } from './figure.ts';
import { type Rounds, race, total } from './race.ts';
import { type Workload, workloads } from './workloads.ts';

const rounds = 3;
/** Longer where there is a goal. */
const secondsAt = (connections: number) => (connections === 16 ? 4 : 2);

/**
 * How fast reports are accepted, as a share of a bare handler that seals as many boxes and stores them as safely. Both
 * run in turn, so that a share means something on any machine. Only intake runs: what is stored is never mailed.
 */
export async function accept(site: BenchSite): Promise<Findings> {
  const figures = [];
  const notes = [];
  const voids = [];
  for (const workload of workloads) {
    const { ran, boxes, stored, memory } = await runWorkload(site, workload);
    figures.push(...[...ran].flatMap(([connections, results]) => figuresOf(workload, connections, results)));
    notes.push(
      `${workload.about}: ${boxes} sealed boxes a report; intake held ${show.count(memory)} MiB after ${show.count(stored)} reports.`,
    );
    voids.push(...doubtsOf(workload.about, [...ran.values()], stored));
  }
  return { figures, notes, voids };
}

interface Ran {
  /** Connections → every round. */
  readonly ran: ReadonlyMap<number, Rounds>;
  readonly boxes: number;
  readonly stored: number;
  readonly memory: number;
}

async function runWorkload(site: BenchSite, { about, agencies, body, connections }: Workload): Promise<Ran> {
  const folder = site.newFolder(`accept-${about.replaceAll(/\W+/g, '-')}`);
  const dataDir = path.join(folder, 'data');
  const { server, url } = await startIntake(site, { folder, env: site.settings(agencies) });
  const product: Contender = { server, url: `${url}/api/report`, body };
  await warmUp(product);
  const lengths = mailLengths(dataDir);
  const env = { DATABASE: path.join(folder, 'bare.db'), BOXES: lengths.join(',') };
  const bare = await startRival('bare', { folder, body, env });
  await warmUp(bare);
  const ran = new Map<number, Rounds>();
  for (const count of connections) {
    ran.set(count, await race({ product, bare }, { connections: count, seconds: secondsAt(count), rounds }));
  }
  const memory = server.residentMiB();
  await Promise.all([server.end(), bare.server.end()]);
  const stored = storedReports(dataDir);
  site.removeFolder(folder);
  return { ran, boxes: lengths.length, stored, memory };
}

/** A rate of refusals, of reports that were thanked for and not kept, or against a yardstick that is no yardstick. */
function doubtsOf(about: string, results: readonly Rounds[], stored: number): string[] {
  const sum = (name: string, figure: 'answers' | 'failures') =>
    results.reduce((all, one) => all + total(one, name, figure), 0);
  const failures = sum('product', 'failures') + sum('bare', 'failures');
  const checks: readonly [boolean, string][] = [
    [failures > 0, `${about}: ${failures} requests were not answered with 202.`],
    [stored < sum('product', 'answers'), `${about}: more answers than stored reports.`],
    [sum('product', 'answers') > sum('bare', 'answers'), `${about}: the bare handler was slower than the product.`],
  ];
  return checks.filter(([doubtful]) => doubtful).map(([, why]) => why);
}
