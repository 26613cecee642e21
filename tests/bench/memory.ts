import { type BenchSite, startIntake } from './bench-site.ts';
import { storedReports } from './bench-store.ts';
import { embeddedEngine } from './embedded-engine.ts';
import type { Engine } from './engine.ts';
import { type Figure, type Findings, show } from './figure.ts';
import { postgresEngine } from './postgres-engine.ts';
import { putLoad } from './put-load.ts';
import { reportForPolice } from './reports.ts';

/** In all, at each look. */
const looks = [1000, 10_000, 100_000] as const;

/** What intake holds after 1,000 reports, 10,000 and 100,000, and how large its store is on the disk by then. */
export async function memory(site: BenchSite): Promise<Findings> {
  const found: Findings[] = [];
  for (const start of [embeddedEngine, postgresEngine]) {
    const engine = await start();
    found.push(await memoryOf(site, engine).finally(() => engine.remove()));
  }
  return { figures: found.flatMap(({ figures }) => figures), notes: [], voids: found.flatMap(({ voids }) => voids) };
}

async function memoryOf(site: BenchSite, engine: Engine): Promise<Findings> {
  const store = await engine.newStore(site, 'memory');
  const env = { ...site.settings(['police']), ...store.intake };
  const { server, url } = await startIntake(site, { folder: store.folder, env });
  const [figures, voids]: [Figure[], string[]] = [[], []];
  let sent = 0;
  for (const look of looks) {
    const load = { url: `${url}/api/report`, body: reportForPolice, connections: 16, requests: look - sent };
    const { failures } = await putLoad(load);
    if (failures > 0) voids.push(`Memory, ${engine.name}: ${failures} requests were not answered with 202.`);
    sent = look;
    const what = `intake's memory, ${engine.name}, after ${show.count(look)} reports`;
    figures.push({ what, measured: show.mebibytes(server.residentMiB()) });
  }
  await server.end();
  const stored = await storedReports(store);
  if (stored < sent) voids.push(`Memory, ${engine.name}: ${stored} reports stored of ${sent}.`);
  await store.remove();
  return { figures, notes: [], voids };
}
