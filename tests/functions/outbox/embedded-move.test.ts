import { expect, test } from 'vitest';
import { moveFromEmbedded } from '../../../functions/report/outbox/embedded/move-from-embedded.ts';
import { testMove } from '../../support/outbox/move-suite.ts';
import { embeddedPlace } from '../../support/outbox/place-under-move.ts';
import { storeProcess } from '../../support/store-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { usedStore } from '../../support/used-store.ts';

testMove(async () => [embeddedPlace(), embeddedPlace()]);

test.each(['intake', 'courier'] as const)('an embedded store is not moved away while its %s runs', async (role) => {
  const dataDir = await usedStore();
  const holder = await storeProcess('hold', dataDir, role);
  expect(() => moveFromEmbedded(dataDir, 'all')).toThrow(`Another ${role} (process ${holder.pid}) already works on`);
  await holder.kill();
  await moveFromEmbedded(dataDir, 'all').close();
});

test('a store is moved by one process at a time, and only where there is one', async () => {
  const dataDir = await usedStore();
  const first = moveFromEmbedded(dataDir, 'all');
  expect(() => moveFromEmbedded(dataDir, 'keys')).toThrow('Another move');
  await first.close();
  expect(() => moveFromEmbedded(temporaryFolder(), 'all')).toThrow('Nothing was ever stored here');
});
