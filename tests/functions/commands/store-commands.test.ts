import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { backup } from '../../../functions/report/commands/backup.ts';
import type { Command } from '../../../functions/report/commands/command.ts';
import { move } from '../../../functions/report/commands/move.ts';
import { restore } from '../../../functions/report/commands/restore.ts';
import { aSealedReport, epochDay, noon } from '../../support/a-sealed-report.ts';
import { postgresPlace } from '../../support/postgres/postgres-place.ts';
import { postgresServer } from '../../support/postgres/postgres-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { courierOn, usedStore } from '../../support/used-store.ts';

/** Runs a command; answers what it printed. */
async function run(command: Command, args: readonly string[], env: Record<string, string> = {}) {
  const lines: string[] = [];
  const folder = temporaryFolder();
  const code = await command({ args, env, folder, now: new Date(noon), print: (line) => lines.push(line) });
  expect(code).toBe(0);
  return lines;
}

test('a backup of a running site is restored on another machine, and says what is and is not in it', async () => {
  const dataDir = await usedStore();
  const running = await courierOn(dataDir);
  onTestFinished(() => running.close());
  const file = path.join(temporaryFolder(), 'backup.db');
  const made = await run(backup, [file], { DATA_DIR: dataDir });
  expect(made[0]).toBe(`made ${file}: 20 envelopes in it are not delivered yet.`);
  expect(made[1]).toContain('no readable report, and the master key is not in it');
  const again = path.join(temporaryFolder(), 'data');
  const restored = await run(restore, [file], { DATA_DIR: again });
  expect(restored[0]).toBe(`restored ${file}: 20 envelopes wait in the store.`);
  expect(restored[1]).toContain('possible duplicate');
  const next = await courierOn(again);
  onTestFinished(() => next.close());
  expect(await next.outbox.claim(noon, 100)).toHaveLength(20);
});

test('a backup is made where the command runs, unless its whole path is named', async () => {
  const dataDir = await usedStore();
  const folder = temporaryFolder();
  await backup({ args: ['b.db'], env: { DATA_DIR: dataDir }, folder, now: new Date(noon), print: () => undefined });
  expect(existsSync(path.join(folder, 'b.db'))).toBe(true);
});

test.each<[about: string, Command, string[], Record<string, string>, RegExp]>([
  ['backup without a file', backup, [], {}, /^SettingsError: Name one new file, such as .+\.$/],
  ['backup with two files', backup, ['a', 'b'], {}, /^SettingsError: Name one new file, such as .+\.$/],
  ['restore without a file', restore, [], {}, /^SettingsError: Name the backup, such as .+\.$/],
  ['move to nowhere', move, ['to-mars'], {}, /^SettingsError: Use `npm run move -- to-postgres` .+\.$/],
  [
    'move of something else',
    move,
    ['to-postgres', 'reports'],
    {},
    /^SettingsError: Use `npm run move -- to-postgres` .+\.$/,
  ],
  ['move with one store', move, ['to-postgres'], { DATA_DIR: '/nowhere' }, /^SettingsError: Set both DATA_DIR, .+\.$/],
])('%s says in one sentence what to do', async (...[, command, args, env, sentence]) => {
  expect(await run(command, args, env).catch(String)).toMatch(sentence);
});

const server = await postgresServer();

test('the keys first, then everything, goes from the embedded store to PostgreSQL and back', async () => {
  const dataDir = await usedStore();
  const place = await postgresPlace(server);
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: 'postgres://intake@nowhere/none',
    COURIER_DATABASE_URL: place.address,
  };
  const running = await courierOn(dataDir);
  const [keys] = await run(move, ['to-postgres', 'keys'], env);
  expect(keys).toContain('Both stores know the same keys now');
  await running.close();
  const next = await place.open();
  onTestFinished(() => next.close());
  expect((await next.keys.current(epochDay))?.publicKey).toEqual(new Uint8Array(32).fill(1));
  expect(await next.outbox.accept(aSealedReport())).toBe('stored');
  expect(await run(move, ['to-postgres'], env)).toContain(
    'moved 20 reports, sealed as they were, with the keys of their days and the counts.',
  );
  expect(await next.outbox.stats(noon)).toMatchObject({ due: 21 });
  expect((await run(move, ['to-embedded'], env))[0]).toMatch(/^moved 21 reports/);
  const back = await courierOn(dataDir);
  onTestFinished(() => back.close());
  expect(await back.outbox.claim(noon, 100)).toHaveLength(21);
});
