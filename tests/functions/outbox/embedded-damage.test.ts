import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { recordFault } from '../../support/faults/record-fault.ts';
import { courierOn, fileOf, intakeOn, usedStore } from '../../support/used-store.ts';

type Damage = (file: string) => void;

const damages: readonly (readonly [about: string, Damage, RegExp])[] = [
  ['cut to nothing', (file) => truncateSync(file, 0), /missing or empty/],
  ['removed', (file) => rmSync(file), /missing or empty/],
  ['cut in half', (file) => truncateSync(file, Math.floor(statSync(file).size / 2)), /malformed|missing|page/i],
  ['cut within a page', (file) => truncateSync(file, statSync(file).size - 100), /malformed|page/i],
  ['overwritten with text', (file) => writeFileSync(file, 'not a database at all, '.repeat(1000)), /not a database/],
  ['overwritten in the middle', (file) => overwrite(file, 8192, 4096), /.+/],
  ['emptied of its tables', (file) => execute(file, dropAll), /tables are gone/],
];

test.each(damages)(
  'F8: a store that was %s refuses to start with one sentence, and is left as it is',
  async (about, damage, why) => {
    await expectRefused(damage, why);
    recordFault({ row: 'F8', adapter: 'embedded', injected: `store ${about}`, times: 1, result: left });
  },
);

test('F7: a store that was set to another journal mode refuses to start with one sentence, and is left as it is', async () => {
  await expectRefused((file) => execute(file, 'PRAGMA journal_mode = DELETE'), /journal mode was changed/);
  recordFault({ row: 'F7', adapter: 'embedded', injected: 'another journal mode', times: 1, result: left });
});

const left = 'refused to start, file left as it was';

async function expectRefused(damage: Damage, why: RegExp): Promise<void> {
  const dataDir = await usedStore();
  const file = fileOf(dataDir);
  damage(file);
  const before = contents(file);
  const fault = await courierOn(dataDir).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(String(fault)).toMatch(why);
  expect(String(fault)).toMatch(/^Error: The store .+ cannot be used \(.+\): it was left as it is; .+\.$/);
  await expect(intakeOn(dataDir)).rejects.toThrow('cannot be used');
  expect(contents(file)).toEqual(before);
}

const contents = (file: string) => {
  try {
    return readFileSync(file).toString('base64');
  } catch {
    return 'none';
  }
};
const overwrite = (file: string, from: number, length: number) => {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xa5, from, from + length));
};
const dropAll = `DROP TABLE outbox; DROP TABLE report; DROP TABLE epoch_key; DROP TABLE day_count;
  DROP TABLE courier_pulse; DROP TABLE schema_version`;
const execute = (file: string, sql: string) => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};
