import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished } from 'vitest';
import { openEmbeddedStore } from '../../functions/report/outbox/embedded/open-embedded-store.ts';
import { anEnvelope, aSealedReport, epochDay } from '../support/a-sealed-report.ts';
import { healthOf, pressSend, readyToSend, sendOnce } from '../support/faults/answers.ts';
import { drawnSink } from '../support/faults/drawn-sink.ts';
import { siteForFile } from '../support/faults/fleet.ts';
import { type LoopDisk, loopDisk, whyNoLoopDisk } from '../support/faults/loop-disk.ts';
import { possibleHere } from '../support/faults/possible-here.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { delivered, ids, statuses } from '../support/faults/sent-at-once.ts';
import { serverThatFirst, siteOnDisk } from '../support/faults/site-on-disk.ts';

const long = process.env['KTS_LONG'] === '1';
const reports = long ? 500 : 20;
const built = await siteForFile();
const onDisk = possibleHere('full and failing disks (F4, F5, F6)', whyNoLoopDisk());

/** A site whose disk is full since a mail of its one report was taken, and that has noticed it. */
async function fullWithOneMailOut() {
  let fill = () => {};
  const server = await serverThatFirst(built, () => fill());
  const { site, disk } = await siteOnDisk(built, server.port);
  let madeFull: (() => void) | undefined;
  fill = () => {
    madeFull ??= disk.fill();
  };
  const [id = ''] = ids(1);
  expect((await sendOnce(site.url, id)).status).toBe(202);
  while (!site.courier.output.includes('"event":"store","outcome":"failed"')) await pause(20);
  return { site, server, id, makeRoom: () => madeFull?.() };
}

describe('a disk of its own', () => {
  onDisk(
    'F4: on a full disk a report is refused with its words still on the page, and none is lost, doubled or left half',
    async () => {
      const sink = await drawnSink(built.tls, () => 1);
      const { site, disk } = await siteOnDisk(built, sink.port);
      const [before, during] = [ids(reports), ids(reports)];
      const ready = await readyToSend(site.url, 'zebra in the yard');
      expect(await statuses(site, before)).toEqual([202]);
      await delivered(() => sink.mails, before);
      const makeRoom = disk.fill();
      expect(await statuses(site, during)).toEqual([503]);
      const refused = await pressSend(site.url, ready);
      expect(refused.status).toBe(503);
      expect(refused.page).toContain('zebra in the yard');
      expect(refused.page).toContain('0800 0121 700');
      makeRoom();
      expect(await statuses(site, during)).toEqual([202]);
      expect((await pressSend(site.url, ready)).status).toBe(202);
      expect(await delivered(() => sink.mails, [...before, ...during])).toBeDefined();
      recordFault({
        row: 'F4',
        adapter: 'embedded',
        injected: 'report sent while the disk is full',
        times: reports + 1,
        result: '503 with every word still there, 0 lost, 0 phantom, taken as soon as there is room',
      });
    },
    300_000,
  );

  onDisk(
    'F4: a store that runs out of room in the middle of a write keeps all of a report or nothing of it',
    async () => {
      const disk = loopDisk(16);
      const store = await openEmbeddedStore({
        dataDir: path.join(disk.folder, 'data'),
        role: 'courier',
        freeBytes: () => Number.POSITIVE_INFINITY,
      });
      onTestFinished(() => store.close());
      await store.keys.publish({ day: epochDay, publicKey: Buffer.alloc(32, 1), wrapped: Buffer.alloc(64, 1) });
      const makeRoom = disk.fill();
      const large = () =>
        aSealedReport({
          envelopes: ['police', 'helpline'].map((recipient) =>
            anEnvelope({ recipient, sealed: Buffer.alloc(65_536, 1) }),
          ),
        });
      const sent = Array.from({ length: 50 }, large);
      const answers = await Promise.all(sent.map((report) => store.outbox.accept(report)));
      expect(new Set(answers)).toEqual(new Set(['refused']));
      makeRoom();
      const again = await Promise.all(sent.slice(0, 20).map((report) => store.outbox.accept(report)));
      expect(new Set(again)).toEqual(new Set(['stored']));
      expect((await store.outbox.stats(Date.UTC(2027, 2, 14, 13))).due).toBe(40);
      recordFault({
        row: 'F4',
        adapter: 'embedded',
        injected: 'write that finds no room',
        times: sent.length,
        result: 'refused whole, and stored whole once there is room',
      });
    },
    120_000,
  );

  onDisk(
    'F5: a delivery that cannot be written down for want of room is not sent again while the courier lives',
    async () => {
      const { site, server, id, makeRoom } = await fullWithOneMailOut();
      makeRoom();
      while (!site.courier.output.includes('"event":"store","outcome":"recovered"')) await pause(20);
      const mails = await delivered(server.mails, [id]);
      expect(mails).toHaveLength(2);
      recordFault({
        row: 'F5',
        adapter: 'embedded',
        injected: 'disk full between the mail and its note',
        times: 1,
        result: 'each recipient has it once',
      });
    },
    120_000,
  );

  onDisk(
    'F5: a courier that also dies before it could write the delivery down sends it once more, and says that it may be a copy',
    async () => {
      const { site, server, id, makeRoom } = await fullWithOneMailOut();
      await site.courier.kill();
      makeRoom();
      await site.courier.start();
      await delivered(server.mails, [id]);
      await sendOnce(site.url);
      while (server.mails().filter((mail) => mail.includes(id.replaceAll('-', ''))).length < 3) await pause(50);
      const copies = Map.groupBy(server.mails(), (mail) => /Message-ID:\s+<([^>]+)>/.exec(mail)?.[1] ?? '');
      for (const [first, ...later] of copies.values()) {
        expect(first).toBeDefined();
        expect(later.length).toBeLessThanOrEqual(1);
        for (const mail of later) expect(mail).toMatch(/^X-Possible-Duplicate: attempt 2/m);
      }
      recordFault({
        row: 'F5',
        adapter: 'embedded',
        injected: 'the same, and the courier killed',
        times: 1,
        result: 'at most one copy a recipient, flagged',
      });
    },
    120_000,
  );

  onDisk.each([
    ['gives an error for every write', (disk: LoopDisk) => disk.cutPower()],
    ['was made read-only by the system', (disk: LoopDisk) => disk.goReadOnly()],
  ] as const)(
    'F6: on a disk that %s a report is refused and intake stays up, and once it is mended nothing is lost',
    async (what, strike) => {
      const sink = await drawnSink(built.tls, () => 1);
      const { site, disk } = await siteOnDisk(built, sink.port);
      const [before, during] = [ids(reports), ids(reports)];
      expect(await statuses(site, before)).toEqual([202]);
      strike(disk);
      expect(await statuses(site, during)).toEqual([503]);
      const page = await fetch(`${site.url}/en/phones/`);
      expect(page.status).toBe(200);
      expect(await healthOf(site.url)).not.toBe('ok');
      await Promise.all([site.intake.kill(), site.courier.kill()]);
      disk.restore();
      await site.courier.start();
      await site.intake.start();
      expect(await statuses(site, during)).toEqual([202]);
      expect(await delivered(() => sink.mails, [...before, ...during])).toBeDefined();
      recordFault({
        row: 'F6',
        adapter: 'embedded',
        injected: `report sent while the disk ${what}`,
        times: reports,
        result: '503, intake stays up, health not ok, 0 lost',
      });
    },
    300_000,
  );
});
