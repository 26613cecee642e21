import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import type { BenchSite } from './bench-site.ts';
import { type Findings, judged, show } from './figure.ts';
import { median } from './median.ts';
import { reportForPolice } from './reports.ts';

const runs = 11;
const mostTimes = 1.3;
const patienceMs = 15_000;

interface Start {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
}

/**
 * From `spawn` to the end of the first answer: a report as JSON, 202, on a store that has its keys; against an empty
 * server that answers the same request. In turn, each once uncounted, so that the files are in the disk's cache.
 */
export async function coldStart(site: BenchSite): Promise<Findings> {
  const product = () => {
    const folder = site.newFolder('cold');
    const env = { ...site.settings(['police']), DATA_DIR: path.join(folder, 'data') };
    return firstAnswer({ file: path.join(site.functionDir, 'intake.js'), env, folder });
  };
  const empty = () =>
    firstAnswer({ file: path.join(import.meta.dirname, 'empty.mjs'), env: {}, folder: site.newFolder('cold') });
  await product();
  await empty();
  const times: { readonly product: number; readonly empty: number }[] = [];
  for (let run = 0; run < runs; run += 1) times.push({ product: await product(), empty: await empty() });
  site.removeFolder(path.join(site.folder, 'cold'));
  const [ours, bare] = [median(times.map(({ product: ms }) => ms)), median(times.map(({ empty: ms }) => ms))];
  const ratio = median(times.map((pair) => pair.product / pair.empty));
  return {
    figures: [
      { what: 'start to first answer, built function', measured: `${show.ms(ours)} (empty server ${show.ms(bare)})` },
      judged({
        what: 'start to first answer, against an empty server',
        value: ratio,
        most: mostTimes,
        show: show.times,
      }),
    ],
    notes: [],
    voids: [],
  };
}

async function firstAnswer({ file, env, folder }: Start): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = once(child, 'exit');
  try {
    for (;;) {
      const status = await post(port);
      const ms = performance.now() - started;
      if (status === 202) return ms;
      if (status !== undefined) throw new Error(`${file} answered ${status} and not 202.`);
      if (ms > patienceMs) throw new Error(`${file} did not answer within ${patienceMs / 1000} s.`);
      await wait(2);
    }
  } finally {
    child.kill('SIGKILL');
    await gone;
  }
}

/** The status of one report, or `undefined` while nobody listens. */
function post(port: number): Promise<number | undefined> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return new Promise((resolve) => {
    const asking = request({ host: '127.0.0.1', port, method: 'POST', path: '/api/report', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    asking.on('error', () => resolve(undefined));
    asking.end(reportForPolice);
  });
}
