import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { sendOnce } from '../support/faults/answers.ts';
import { siteForFile, siteOf } from '../support/faults/fleet.ts';
import { possibleHere } from '../support/faults/possible-here.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { closedPort } from '../support/mail-servers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const reports = process.env['KTS_LONG'] === '1' ? 500 : 20;
const whyNot = spawnSync('strace', ['-V']).status === 0 ? undefined : 'there is no strace';
const built = await siteForFile();

/** Watches what a process writes and flushes until the test ends; answers what it saw so far, line by line. */
async function watch(pid: number): Promise<() => readonly string[]> {
  const file = path.join(temporaryFolder(), 'trace');
  const calls = 'trace=fsync,fdatasync,pwrite64,write,writev,sendto';
  const tracer = spawn('strace', ['-f', '-yy', '-s', '24', '-e', calls, '-o', file, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(async () => {
    const gone = once(tracer, 'exit');
    if (tracer.kill('SIGINT')) await gone;
  });
  await once(tracer.stderr, 'data'); // it says that it is attached
  return () => readFileSync(file, 'utf8').split('\n');
}

/** Whether each answer 202 came after the flush of everything that was written to the store's log before it. */
function flushedBeforeAnswer(lines: readonly string[]): readonly boolean[] {
  let [written, flushed] = [0, 0];
  const answers: boolean[] = [];
  for (const line of lines) {
    if (/pwrite64\(\d+<[^>]*-wal>/.test(line)) written += 1;
    if (/(fsync|fdatasync)\(\d+<[^>]*-wal>/.test(line)) {
      flushed = written;
    }
    if (/HTTP\/1\.1 202/.test(line)) {
      answers.push(flushed === written && written > 0);
      [written, flushed] = [0, 0];
    }
  }
  return answers;
}

possibleHere('the order of writes (F3)', whyNot)(
  `F3: each of ${reports} reports is flushed to the disk before the first byte of its answer`,
  async () => {
    const site = await siteOf(built, { smtpPort: await closedPort() });
    await site.courier.start();
    await site.intake.start();
    await sendOnce(site.url);
    const trace = await watch(site.intake.pid);
    for (let n = 0; n < reports; n += 1) expect((await sendOnce(site.url)).status).toBe(202);
    while (flushedBeforeAnswer(trace()).length < reports) await pause(20);
    expect(flushedBeforeAnswer(trace())).toEqual(Array(reports).fill(true));
    recordFault({
      row: 'F3',
      adapter: 'embedded',
      injected: 'report whose system calls were watched',
      times: reports,
      result: "the store's log is flushed before the bytes of the answer, every time",
    });
  },
  120_000,
);
