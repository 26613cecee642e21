import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { BenchSite } from './bench-site.ts';
import { startRival, warmUp } from './contender.ts';
import { embeddedEngine } from './embedded-engine.ts';
import type { Engine } from './engine.ts';
import { type Findings, show } from './figure.ts';
import { postgresEngine } from './postgres-engine.ts';
import { middle, type Rounds, race, total } from './race.ts';
import { reportForPolice } from './reports.ts';
import { smtpSink } from './smtp-sink.ts';

/** Slower by an order of magnitude, so it is warmed with fewer. */
const contactWarmUp = 1000;

/** What each did on the machine the goals were set on, idle, in reports a second (performance.md, section 4). */
const anchors = { insert: 10_414, contact: 1275 } as const;
const anchorRange = 0.2;

const about = {
  insert: 'parse and insert, nothing sealed',
  insertPostgres: 'the same on PostgreSQL, with its job',
  contact: 'contact form that mails first',
} as const;

/** What stands beside the accept rate without a goal: the insert alone, and a contact form that mails before it answers. */
export async function baselines(site: BenchSite): Promise<Findings> {
  const engine = await postgresEngine();
  return baselinesBeside(site, engine).finally(() => engine.remove());
}

async function baselinesBeside(site: BenchSite, engine: Engine): Promise<Findings> {
  const body = reportForPolice;
  const embedded = await (await embeddedEngine()).newStore(site, 'baselines');
  const postgres = await engine.newStore(site, 'baselines-postgres');
  const { folder } = embedded;
  const sink = smtpSink().listen(0, '127.0.0.1');
  await once(sink, 'listening');
  const { port } = sink.address() as AddressInfo;
  const contenders = {
    insert: await startRival(embedded.rival, { folder, body }),
    insertPostgres: await startRival(postgres.rival, { folder, body }),
    contact: await startRival({ name: 'contact-form', env: { SMTP_PORT: String(port) } }, { folder, body }),
  };
  await warmUp(contenders.insert);
  await warmUp(contenders.insertPostgres);
  await warmUp(contenders.contact, contactWarmUp);
  const results = await race(contenders, { connections: 16, seconds: 2, rounds: 3 });
  await Promise.all(Object.values(contenders).map(({ server }) => server.end()));
  sink.close();
  await Promise.all([embedded.remove(), postgres.remove()]);
  const failures = Object.keys(about).reduce((sum, name) => sum + total(results, name, 'failures'), 0);
  return {
    figures: Object.entries(about).map(([name, what]) => ({
      what: `beside it: ${what}, 16 connections`,
      measured: `${show.rate(middle(results, name, 'perSecond'))}, p99 ${show.ms(middle(results, name, 'p99'))}, ${show.count(middle(results, name, 'cpuMicroseconds'))} µs`,
    })),
    notes: [],
    voids: failures === 0 ? [] : [`Baselines: ${failures} requests were not answered with 202.`],
    doubts: Object.entries(anchors).flatMap(([name, anchor]) => offAnchor(results, name, anchor)),
  };
}

/** Rates are as they would be there only on a machine as fast and as idle; a share taken in turn is right on any. */
function offAnchor(results: Rounds, name: string, anchor: number): readonly string[] {
  const rate = middle(results, name, 'perSecond');
  if (Math.abs(rate / anchor - 1) <= anchorRange) return [];
  return [
    `${name} ran at ${show.rate(rate)}, ${show.percent(rate / anchor)} of the ${show.rate(anchor)} of the machine the goals were set on: this one is another or not idle, so its rates are void and its shares count.`,
  ];
}
