import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { kitOn, openedStore, operator, take, toWhom } from '../../support/courier-kit.ts';
import { recordFault } from '../../support/faults/record-fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const changes: readonly (readonly [string, string, string])[] = [
  [
    'moved to another report',
    'CREATE TEMP TABLE was AS SELECT id, sealed FROM outbox; UPDATE outbox SET sealed = (SELECT sealed FROM was WHERE was.id <> outbox.id)',
    'UNOPENABLE',
  ],
  [
    'changed in two of its bytes',
    "UPDATE outbox SET sealed = CAST(substr(sealed, 1, 40) || X'00FF' || substr(sealed, 43) AS BLOB)",
    'UNOPENABLE',
  ],
  ['given to another agency', "UPDATE outbox SET recipient = 'helpline'", 'UNOPENABLE'],
  ['left without its key', "UPDATE epoch_key SET wrapped_private = X'01'", 'NO-KEY'],
];

test.each(changes)(
  'F32: an envelope that was %s is a dead letter, told and never dropped',
  async (about, sql, code) => {
    const dataDir = temporaryFolder();
    const { store, server, round, events, time } = await kitOn({ store: await openedStore(dataDir) });
    await take(store);
    await take(store);
    const other = new DatabaseSync(path.join(dataDir, 'outbox', 'outbox.db'), { timeout: 5000 });
    other.exec(sql);
    other.close();
    await round();
    expect(await store.outbox.stats(time.now)).toMatchObject({ due: 0, dead: 2, deliveredToday: 0 });
    expect(events.filter(({ event }) => event === 'delivery')).toEqual([
      { event: 'delivery', outcome: 'dead', code },
      { event: 'delivery', outcome: 'dead', code },
    ]);
    expect(toWhom(await server.took(2))).toEqual([operator, operator]);
    const result = 'dead letter, alert, never dropped';
    recordFault({ row: 'F32', adapter: 'unit', injected: `sealed report ${about}`, times: 2, result });
  },
);
