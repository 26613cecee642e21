import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { certificate } from '../support/certificate.ts';
import { type BenchSite, startIntake } from './bench-site.ts';
import type { BenchStore } from './engine.ts';
import { type Findings, show } from './figure.ts';
import { median } from './median.ts';
import { postgresEngine } from './postgres-engine.ts';
import { putLoad } from './put-load.ts';
import { reportForPolice } from './reports.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { type CountingSink, countingSink } from './smtp-sink.ts';

const counts = [1, 2, 4] as const;
const rounds = 3;
const reports = 2000;
/** Later than any report of this run is due by itself. */
const never = Date.UTC(2100, 0, 1);

/**
 * How many reports a second 1, 2 and 4 built couriers deliver from one PostgreSQL, each a process with its own data
 * folder, to a mail server that takes whatever comes, over TLS. All of them run before the first report is due.
 */
export async function couriers(site: BenchSite): Promise<Findings> {
  const engine = await postgresEngine();
  const tls = await certificate();
  const sink = await countingSink(tls);
  const ca = path.join(site.folder, 'couriers-ca.pem');
  writeFileSync(ca, tls.cert);
  const mail = { SMTP_URL: `smtps://127.0.0.1:${sink.port}`, NODE_EXTRA_CA_CERTS: ca };
  try {
    const rates = new Map<number, number[]>(counts.map((count) => [count, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const count of round % 2 === 0 ? counts : counts.toReversed()) {
        const store = await engine.newStore(site, `couriers-${count}`);
        const env = { ...site.settings(['police']), ...mail };
        rates.get(count)?.push(await rateOf(site, { store, env, count, sink }));
        await store.remove();
      }
    }
    const one = median(rates.get(1) ?? []);
    return {
      figures: [...rates].map(([count, all]) => ({
        what: `delivered by ${count} ${count === 1 ? 'courier' : 'couriers'} from one PostgreSQL`,
        measured: `${show.rate(median(all))} (${show.times(median(all) / one)})`,
      })),
      notes: [
        `${engine.version}; ${show.count(reports)} reports each time, medians of ${rounds}, every mail counted once.`,
      ],
      voids: [],
    };
  } finally {
    sink.close();
    await engine.remove();
  }
}

interface Run {
  readonly store: BenchStore;
  readonly env: Readonly<Record<string, string>>;
  readonly count: number;
  readonly sink: CountingSink;
}

/** Reports come in while none is due; couriers start; then all are due at once, and the clock runs until the last mail. */
async function rateOf(site: BenchSite, { store, env, count, sink }: Run): Promise<number> {
  const { server, url } = await startIntake(site, { folder: store.folder, env: { ...env, ...store.intake } });
  const load = { url: `${url}/api/report`, body: reportForPolice, connections: 16, requests: reports };
  const { failures } = await putLoad(load);
  await server.end();
  if (failures > 0) throw new Error(`${failures} reports were not accepted`);
  await store.ask(`UPDATE outbox SET due_at = ${never}, first_due_at = ${never}; ANALYZE outbox`);
  const started = await startCouriers(site, { store, env, count });
  try {
    const before = sink.mails();
    const since = performance.now();
    await store.ask(`UPDATE outbox SET due_at = ${Date.now()}, first_due_at = ${Date.now()}`);
    await sink.took(before + reports);
    const seconds = (performance.now() - since) / 1000;
    await Promise.all(started.map((courier) => courier.end()));
    const [left] = await store.ask(`SELECT count(*) AS n FROM outbox WHERE state <> 'delivered'`);
    if (Number(left?.['n']) !== 0 || sink.mails() !== before + reports) {
      throw new Error(`${sink.mails() - before} mails came and ${left?.['n']} reports are left of ${reports}`);
    }
    return reports / seconds;
  } finally {
    await Promise.all(started.map((courier) => courier.end()));
  }
}

function startCouriers(site: BenchSite, { store, env, count }: Omit<Run, 'sink'>): Promise<readonly ServerProcess[]> {
  const file = path.join(site.functionDir, 'courier.js');
  const folders = Array.from({ length: count }, (_, index) => site.newFolder(`courier-${index}`));
  return Promise.all(
    folders.map((folder) => {
      const own = { ...env, ...store.courier, DATA_DIR: path.join(folder, 'data') };
      return startServer({ file, env: own, folder });
    }),
  );
}
