import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { BenchSite } from './bench-site.ts';
import { startRival, warmUp } from './contender.ts';
import { type Findings, show } from './figure.ts';
import { middle, race, total } from './race.ts';
import { reportForPolice } from './reports.ts';
import { smtpSink } from './smtp-sink.ts';

/** Slower by an order of magnitude, so it is warmed with fewer. */
const contactWarmUp = 1000;

/** What stands beside the accept rate without a goal: the insert alone, and a contact form that mails before it answers. */
export async function baselines(site: BenchSite): Promise<Findings> {
  const folder = site.newFolder('baselines');
  const body = reportForPolice;
  const sink = smtpSink().listen(0, '127.0.0.1');
  await once(sink, 'listening');
  const { port } = sink.address() as AddressInfo;
  const insert = await startRival('bare', { folder, body, env: { DATABASE: path.join(folder, 'insert.db') } });
  const contact = await startRival('contact-form', { folder, body, env: { SMTP_PORT: String(port) } });
  await warmUp(insert);
  await warmUp(contact, contactWarmUp);
  const results = await race({ insert, contact }, { connections: 16, seconds: 2, rounds: 3 });
  await Promise.all([insert.server.end(), contact.server.end()]);
  sink.close();
  site.removeFolder(folder);
  const failures = total(results, 'insert', 'failures') + total(results, 'contact', 'failures');
  const row = (what: string, name: string) => ({
    what: `${what}, 16 connections`,
    measured: `${show.rate(middle(results, name, 'perSecond'))}, p99 ${show.ms(middle(results, name, 'p99'))}, ${show.count(middle(results, name, 'cpuMicroseconds'))} µs`,
  });
  return {
    figures: [
      row('beside it: parse and insert, nothing sealed', 'insert'),
      row('beside it: contact form that mails first', 'contact'),
    ],
    notes: [],
    voids: failures === 0 ? [] : [`Baselines: ${failures} requests were not answered with 202.`],
  };
}
