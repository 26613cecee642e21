import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { certificate } from '../support/certificate.ts';
import { drawnSink } from '../support/faults/drawn-sink.ts';
import { embeddedMachine } from '../support/faults/embedded-machine.ts';
import { buildSite, siteOf } from '../support/faults/fleet.ts';
import { loopDisk, whyNoLoopDisk } from '../support/faults/loop-disk.ts';
import { possibleHere } from '../support/faults/possible-here.ts';
import { powerCuts } from '../support/faults/power-cuts.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { missing, tally } from '../support/faults/tally.ts';
import { waitingRows } from '../support/faults/waiting-rows.ts';
import { chosenSeed, seededRandom } from '../support/random.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const long = process.env['KTS_LONG'] === '1';
const cuts = long ? 50 : 3;
const atMost = 60;
const openDatabase = 'functions/report/outbox/embedded/open-database.ts';

const tls = await certificate();

/** A run on a disk of its own: the product as built, or built with less care for the disk. */
async function cutRun(over: { cuts: number; stopAtFirstLoss?: boolean; instead?: Record<string, string> }) {
  const seed = chosenSeed();
  const built = buildSite({ folder: temporaryFolder(), tls, ...(over.instead && { instead: over.instead }) });
  const sink = await drawnSink(tls, () => 1);
  const disk = loopDisk(256);
  const dataDir = path.join(disk.folder, 'data');
  const site = await siteOf(built, { smtpPort: sink.port, dataDir });
  const random = seededRandom(seed);
  const run = await powerCuts({ disk, machine: embeddedMachine(site), canary: 'zebra', random, ...over });
  return { seed, run, sink, dataDir };
}

const whyNot = whyNoLoopDisk();

possibleHere('power cuts (F2)', whyNot)(
  `F2: no report that was answered with a receipt is missing after ${cuts} power cuts, and each goes out`,
  async () => {
    const { seed, run, sink, dataDir } = await cutRun({ cuts });
    while (missing(run.acknowledged, sink.mails) > 0 && (await waitingRows(dataDir)) > 0) await pause(200);
    const { lost, duplicates, unflagged } = await tally(run.acknowledged, sink.mails);
    console.log(
      `F2 embedded, seed ${seed}: ${run.cuts} power cuts, ${run.acknowledged.length} reports, ${run.missing} missing, ${lost} lost, ${duplicates} duplicates, ${unflagged} unflagged, integrity ${run.integrity}`,
    );
    expect({ ...run, acknowledged: 0, lost, unflagged }).toEqual({
      cuts,
      acknowledged: 0,
      missing: 0,
      integrity: ['ok'],
      lost: 0,
      unflagged: 0,
    });
    recordFault({
      row: 'F2',
      adapter: 'embedded',
      injected: 'power cut under load, what was not flushed is gone',
      times: cuts,
      result: '0 missing, 0 undelivered, integrity ok',
    });
  },
  1_200_000,
);

// It takes an unknown number of cuts, so it is not part of the short run.
if (long) {
  possibleHere('power cuts without care for the disk (F2)', whyNot)(
    `F2: with synchronous=NORMAL the same cuts lose a report, within ${atMost} of them`,
    async () => {
      const { seed, run } = await cutRun({ cuts: atMost, stopAtFirstLoss: true, instead: withNormal() });
      console.log(
        `F2 embedded with synchronous=NORMAL, seed ${seed}: ${run.missing} of ${run.acknowledged.length} reports missing after ${run.cuts} power cuts`,
      );
      expect(run.missing).toBeGreaterThan(0);
      recordFault({
        row: 'F2',
        adapter: 'embedded',
        injected: 'the same with synchronous=NORMAL until the first loss',
        times: run.cuts,
        result: 'loses reports: the test bites',
      });
    },
    600_000,
  );
}

/** The store opened with less care, and without the check that refuses it. */
function withNormal(): Record<string, string> {
  const text = readFileSync(openDatabase, 'utf8');
  const careless = text
    .replace('PRAGMA synchronous = FULL', 'PRAGMA synchronous = NORMAL')
    .replace("['synchronous', 2,", "['synchronous', 1,");
  if (careless.length !== text.length + 2)
    throw new Error(`${openDatabase} reads otherwise now: change this test too.`);
  return { [openDatabase]: careless };
}
