import { expect, test } from 'vitest';
import { certificate } from '../support/certificate.ts';
import { drawnSink } from '../support/faults/drawn-sink.ts';
import { buildSite } from '../support/faults/fleet.ts';
import { duplicatesAllowed, killRun, summary } from '../support/faults/kill-run.ts';
import type { Victim } from '../support/faults/killer.ts';
import { postgresFleet } from '../support/faults/postgres-fleet.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { recordKills } from '../support/faults/record-kills.ts';
import { chosenSeed, seededRandom } from '../support/random.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `npm run faults` asks for the long run. */
const long = process.env['KTS_LONG'] === '1';
const { reports, kills } = long ? { reports: 5_000, kills: 100 } : { reports: 150, kills: 6 };

const tls = await certificate();

/** Falls with the database, and is started once that is back: it would not start without. */
const withDatabase = (database: Victim, courier: Victim): Victim => ({
  kill: async () => void (await Promise.all([database.kill(), courier.kill()])),
  start: async () => {
    await database.start();
    await courier.start();
  },
});

test(`F1: F9b: F10: with two intakes and four couriers on one PostgreSQL no report is lost or readable while couriers and the database itself are killed (${reports} reports, ${kills} kills)`, async () => {
  const seed = chosenSeed();
  const sink = await drawnSink(tls, seededRandom(seed + 1));
  const built = buildSite({ folder: temporaryFolder(), tls });
  const fleet = await postgresFleet(built, { smtpPort: sink.port, intakes: 2, couriers: 4 });
  const { intakes, couriers, server } = fleet;
  let databaseFell = 0;
  const database: Victim = {
    kill() {
      databaseFell += 1;
      return server.kill();
    },
    start: server.start,
  };
  const aCourier = couriers.map((courier) => [courier]);
  const both = couriers.slice(0, 2).map((courier) => [withDatabase(database, courier)]);
  const run = await killRun({
    ...{ ...fleet, sink, parts: [...intakes, ...couriers], victims: [...aCourier, [database], [database], ...both] },
    ...{ reports, kills, random: seededRandom(seed) },
  });
  console.log(`Two intakes, four couriers, ${summary(seed, run)}, of which the database ${databaseFell} times`);
  expect(run).toMatchObject({ acknowledged: reports, lost: 0, wrong: 0, unflagged: 0, readable: [] });
  expect(run.duplicates).toBeLessThanOrEqual(duplicatesAllowed(run, { couriers: 4, long }));
  recordKills({
    ...{ adapter: 'postgres', run, sink },
    reports: 'reports at two intakes while couriers and the database fall',
    kills: 'kill -9 of one of four couriers, the database or both',
  });
  recordFault({
    row: 'F10',
    adapter: 'postgres',
    injected: 'kill -9 of the server under two intakes and four couriers',
    times: databaseFell,
    result: 'all six go on by themselves, 0 lost',
  });
}, 2_400_000);
