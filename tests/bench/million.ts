import { type BenchSite, startIntake } from './bench-site.ts';
import { storedReports } from './bench-store.ts';
import { claimTimes } from './claim-times.ts';
import { type Contender, warmUp } from './contender.ts';
import { embeddedEngine } from './embedded-engine.ts';
import type { BenchStore, Engine } from './engine.ts';
import { type Figure, type Findings, judged, show } from './figure.ts';
import { postgresEngine } from './postgres-engine.ts';
import { middle, race, shareOf, total } from './race.ts';
import { reportForPolice } from './reports.ts';

/** Reports that wait in the full store; fewer with KTS_ROWS, to try this part out. */
const rows = Number(process.env['KTS_ROWS'] ?? 1_000_000);
/** The nearly empty store has enough for every claim that is timed. */
const few = 4000;
/** How much of its speed may be lost between the two. */
const flat = { accept: 0.8, claim: 1.25 } as const;

/** What a million reports that wait cost: intake and claims on such a store, in turn with a nearly empty one. */
export async function million(site: BenchSite): Promise<Findings> {
  const found: Findings[] = [];
  for (const start of [embeddedEngine, postgresEngine]) {
    const engine = await start();
    found.push(await millionOn(site, engine).finally(() => engine.remove()));
  }
  const all = <T>(one: (findings: Findings) => readonly T[]): readonly T[] => found.flatMap(one);
  return { figures: all((one) => one.figures), notes: all((one) => one.notes), voids: all((one) => one.voids) };
}

async function millionOn(site: BenchSite, engine: Engine): Promise<Findings> {
  const stores = { full: await engine.newStore(site, 'full'), empty: await engine.newStore(site, 'nearly-empty') };
  const started = performance.now();
  await stores.full.fill(rows);
  const seconds = (performance.now() - started) / 1000;
  await stores.empty.fill(few);
  const stored = await storedReports(stores.full);
  const about = `${engine.name}, ${show.count(stored)} reports waiting`;
  const accepting = await acceptOn(site, stores, about);
  const claiming = await claimOn(stores, about);
  await Promise.all([stores.full.remove(), stores.empty.remove()]);
  return {
    figures: [...accepting.figures, ...claiming],
    notes: [`${about}: filled in ${show.seconds(seconds)}; beside it a store with ${show.count(few)}.`],
    voids: [...accepting.voids, ...(stored === rows ? [] : [`${about}, and not ${show.count(rows)}.`])],
  };
}

type Stores = Readonly<Record<'full' | 'empty', BenchStore>>;

async function acceptOn(site: BenchSite, stores: Stores, about: string): Promise<Pick<Findings, 'figures' | 'voids'>> {
  const start = async (store: BenchStore): Promise<Contender> => {
    const env = { ...site.settings(['police']), ...store.intake };
    const { server, url } = await startIntake(site, { folder: store.folder, env });
    const contender = { server, url: `${url}/api/report`, body: reportForPolice };
    await warmUp(contender);
    return contender;
  };
  const contenders = { full: await start(stores.full), empty: await start(stores.empty) };
  const results = await race(contenders, { connections: 16, seconds: 4, rounds: 5 });
  await Promise.all(Object.values(contenders).map(({ server }) => server.end()));
  const rates = (name: string) =>
    `${show.rate(middle(results, name, 'perSecond'))}, p99 ${show.ms(middle(results, name, 'p99'))}`;
  const failures = total(results, 'full', 'failures') + total(results, 'empty', 'failures');
  return {
    figures: [
      { what: `accept, ${about}`, measured: `${rates('full')} (nearly empty ${rates('empty')})` },
      judged({
        what: `accept, ${about}: share of nearly empty`,
        value: shareOf(results, 'full', 'empty'),
        least: flat.accept,
        show: show.percent,
      }),
    ],
    voids: failures === 0 ? [] : [`Accept, ${about}: ${failures} requests were not answered with 202.`],
  };
}

async function claimOn(stores: Stores, about: string): Promise<readonly Figure[]> {
  const { full, empty } = await claimTimes(stores);
  const shown = ({ p50, p99 }: { readonly p50: number; readonly p99: number }) =>
    `${show.microseconds(p50)}, p99 ${show.microseconds(p99)}`;
  return [
    { what: `claim of 4, ${about}`, measured: `${shown(full)} (nearly empty ${shown(empty)})` },
    judged({
      what: `claim of 4, ${about}: times nearly empty`,
      value: full.p50 / empty.p50,
      most: flat.claim,
      show: show.times,
    }),
  ];
}
