import { figuresOf } from './accept-figures.ts';
import { type BenchSite, startIntake } from './bench-site.ts';
import { mailLengths, storedReports } from './bench-store.ts';
import { type Contender, startRival, warmUp } from './contender.ts';
import { embeddedEngine } from './embedded-engine.ts';
import type { Engine } from './engine.ts';
import { type Findings, show } from './figure.ts';
import { postgresEngine } from './postgres-engine.ts';
import { type Rounds, race, total } from './race.ts';
import { type Workload, workloads } from './workloads.ts';

const rounds = 3;
/** Longer where there is a goal. */
const secondsAt = (connections: number) => (connections === 16 ? 4 : 2);

/**
 * How fast reports are accepted, as a share of a bare handler that seals as many boxes and stores them as safely. Both
 * run in turn, so that a share means something on any machine. Only intake runs: what is stored is never mailed.
 */
export const accept = async (site: BenchSite): Promise<Findings> => acceptOn(site, await embeddedEngine());

/** The same on PostgreSQL, where the bare handler writes the jobs too. The database's own work shares the machine. */
export async function acceptOnPostgres(site: BenchSite): Promise<Findings> {
  const engine = await postgresEngine();
  const found = await acceptOn(site, engine).finally(() => engine.remove());
  return { ...found, notes: [`${engine.version}; processor times leave out its own.`, ...found.notes] };
}

async function acceptOn(site: BenchSite, engine: Engine): Promise<Findings> {
  const figures = [];
  const notes = [];
  const voids = [];
  for (const workload of workloads) {
    const { ran, boxes, stored, memory } = await runWorkload(site, engine, workload);
    const about = `${engine.name}, ${workload.about}`;
    figures.push(
      ...[...ran].flatMap(([connections, results]) => figuresOf({ ...workload, about }, connections, results)),
    );
    notes.push(
      `${about}: ${boxes} sealed boxes a report; intake held ${show.count(memory)} MiB after ${show.count(stored)} reports.`,
    );
    voids.push(...doubtsOf(about, [...ran.values()], stored));
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

async function runWorkload(site: BenchSite, engine: Engine, workload: Workload): Promise<Ran> {
  const { about, agencies, body, connections } = workload;
  const store = await engine.newStore(site, `accept-${about.replaceAll(/\W+/g, '-')}`);
  const { folder, rival } = store;
  const { server, url } = await startIntake(site, { folder, env: { ...site.settings(agencies), ...store.intake } });
  const product: Contender = { server, url: `${url}/api/report`, body };
  await warmUp(product);
  const lengths = await mailLengths(store);
  const bare = await startRival({ ...rival, env: { ...rival.env, BOXES: lengths.join(',') } }, { folder, body });
  await warmUp(bare);
  const ran = new Map<number, Rounds>();
  for (const count of connections) {
    ran.set(count, await race({ product, bare }, { connections: count, seconds: secondsAt(count), rounds }));
  }
  const memory = server.residentMiB();
  await Promise.all([server.end(), bare.server.end()]);
  const stored = await storedReports(store);
  await store.remove();
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
