import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Certificate, certificate } from '../support/certificate.ts';
import { drawnSink } from '../support/faults/drawn-sink.ts';
import { buildSite, siteOf } from '../support/faults/fleet.ts';
import { identitySeal } from '../support/faults/identity-seal.ts';
import { duplicatesAllowed, killRun, summary } from '../support/faults/kill-run.ts';
import { send } from '../support/faults/persistent-clients.ts';
import { readableNow } from '../support/faults/readable-now.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { recordKills } from '../support/faults/record-kills.ts';
import { waitingRows } from '../support/faults/waiting-rows.ts';
import { closedPort } from '../support/mail-servers.ts';
import { chosenSeed, seededRandom } from '../support/random.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `npm run faults` asks for the long run. */
const long = process.env['KTS_LONG'] === '1';
const { reports, kills } = long ? { reports: 10_000, kills: 200 } : { reports: 300, kills: 15 };

describe('a report that was answered with a receipt', () => {
  let tls: Certificate;
  beforeAll(async () => {
    tls = await certificate();
  });

  test(`F1: F9b: reaches its mailbox however often intake, courier or both are killed (${reports} reports, ${kills} kills), and is never readable at rest`, async () => {
    const seed = chosenSeed();
    const random = seededRandom(seed);
    const sink = await drawnSink(tls, seededRandom(seed + 1));
    const { intake, courier, url, dataDir } = await siteOf(buildSite({ folder: temporaryFolder(), tls }), {
      smtpPort: sink.port,
    });
    await courier.start();
    await intake.start();
    const run = await killRun({
      ...{ urls: [url], sink, parts: [intake, courier], victims: [[intake], [courier], [courier, intake]] },
      ...{ folders: [dataDir], reports, kills, random, waiting: () => waitingRows(dataDir) },
    });
    console.log(`F1 embedded, ${summary(seed, run)}`);
    expect(run).toMatchObject({ acknowledged: reports, lost: 0, wrong: 0, unflagged: 0, readable: [] });
    expect(run.duplicates).toBeLessThanOrEqual(duplicatesAllowed(run, { couriers: 1, long }));
    recordKills({
      ...{ adapter: 'embedded', run, sink },
      reports: 'reports under load while processes fall',
      kills: 'kill -9 of intake, courier or both',
    });
  }, 1_200_000);

  test('F30: would be found readable by the same search if it were not sealed', async () => {
    const built = buildSite({ folder: temporaryFolder(), tls, instead: identitySeal });
    const site = await siteOf(built, { smtpPort: await closedPort() });
    await site.courier.start();
    await site.intake.start();
    await site.courier.kill();
    const canary = 'zebraઝેબ્રા12345';
    expect(await send(site.url, randomUUID(), canary)).toBeDefined();
    expect(readableNow([site.intake, site.courier], [site.dataDir], canary).length).toBeGreaterThan(0);
    recordFault({
      row: 'F30',
      adapter: 'embedded',
      injected: 'a store built without sealing',
      times: 1,
      result: 'the search finds it',
    });
  }, 300_000);
});
