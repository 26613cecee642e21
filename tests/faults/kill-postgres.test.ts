import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { certificate } from '../support/certificate.ts';
import { drawnSink } from '../support/faults/drawn-sink.ts';
import { buildSite } from '../support/faults/fleet.ts';
import { identitySeal } from '../support/faults/identity-seal.ts';
import { duplicatesAllowed, killRun, summary } from '../support/faults/kill-run.ts';
import { send } from '../support/faults/persistent-clients.ts';
import { postgresFleet } from '../support/faults/postgres-fleet.ts';
import { readableNow } from '../support/faults/readable-now.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { recordKills } from '../support/faults/record-kills.ts';
import { closedPort } from '../support/mail-servers.ts';
import { chosenSeed, seededRandom } from '../support/random.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `npm run faults` asks for the long run. */
const long = process.env['KTS_LONG'] === '1';
const { reports, kills } = long ? { reports: 10_000, kills: 200 } : { reports: 150, kills: 6 };

const tls = await certificate();

test(`F1: F9b: on PostgreSQL a report reaches its mailbox however often intake, courier or both are killed (${reports} reports, ${kills} kills), and is never readable at rest`, async () => {
  const seed = chosenSeed();
  const sink = await drawnSink(tls, seededRandom(seed + 1));
  const built = buildSite({ folder: temporaryFolder(), tls });
  const fleet = await postgresFleet(built, { smtpPort: sink.port, intakes: 1, couriers: 1 });
  const { intakes, couriers } = fleet;
  const run = await killRun({
    ...{ ...fleet, sink, parts: [...intakes, ...couriers], victims: [intakes, couriers, [...couriers, ...intakes]] },
    ...{ reports, kills, random: seededRandom(seed) },
  });
  console.log(`F1 postgres, ${summary(seed, run)}`);
  expect(run).toMatchObject({ acknowledged: reports, lost: 0, wrong: 0, unflagged: 0, readable: [] });
  expect(run.duplicates).toBeLessThanOrEqual(duplicatesAllowed(run, { couriers: 1, long }));
  recordKills({
    ...{ adapter: 'postgres', run, sink },
    reports: 'reports under load while processes fall',
    kills: 'kill -9 of intake, courier or both',
  });
}, 2_400_000);

test('F30: on PostgreSQL the same search would find a report that is not sealed', async () => {
  const built = buildSite({ folder: temporaryFolder(), tls, instead: identitySeal });
  const fleet = await postgresFleet(built, { smtpPort: await closedPort(), intakes: 1, couriers: 1 });
  for (const courier of fleet.couriers) await courier.kill();
  const canary = 'zebraઝેબ્રા12345';
  while ((await send(fleet.urls[0] ?? '', randomUUID(), canary)) === undefined) await pause(50);
  expect(readableNow([], [fleet.server.data], canary).length).toBeGreaterThan(0);
  recordFault({
    row: 'F30',
    adapter: 'postgres',
    injected: 'a store built without sealing',
    times: 1,
    result: 'the search finds it',
  });
}, 300_000);
