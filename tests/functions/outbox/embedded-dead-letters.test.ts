import { describe, expect, test } from 'vitest';
import { embeddedDeadLetters } from '../../../functions/report/outbox/embedded/dead-letters.ts';
import { openDatabase } from '../../../functions/report/outbox/embedded/open-database.ts';
import { openEmbeddedStore } from '../../../functions/report/outbox/embedded/open-embedded-store.ts';
import { storeFiles } from '../../../functions/report/outbox/embedded/store-files.ts';
import { tidyStore } from '../../../functions/report/outbox/embedded/tidy-store.ts';
import { anEnvelope, aSealedReport, epochDay, noon } from '../../support/a-sealed-report.ts';
import { testDeadLetters } from '../../support/outbox/dead-letters-suite.ts';
import { filesHolding } from '../../support/plaintext-scan.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function storeWithDesk(dataDir = temporaryFolder()) {
  const store = await openEmbeddedStore({ dataDir, role: 'courier' });
  await store.keys.publish({ day: epochDay, publicKey: Buffer.alloc(32, 1), wrapped: Buffer.alloc(64, 1) });
  const database = openDatabase(storeFiles(dataDir), 'intake');
  const close = async () => {
    database.close();
    await store.close();
  };
  return { ...store, dead: embeddedDeadLetters(database), database, close };
}

describe('dead letters of the embedded store', () => testDeadLetters(() => storeWithDesk()));

test('what was given up cannot be read back from the disk', async () => {
  const dataDir = temporaryFolder();
  const { outbox, dead, database, close } = await storeWithDesk(dataDir);
  const sealed = Buffer.from('SealedBodyThatMustGo'.repeat(50));
  const report = aSealedReport({ envelopes: [anEnvelope({ sealed })] });
  await outbox.accept(report);
  for (const claim of await outbox.claim(noon, 1)) await outbox.dead(claim, noon);
  expect(filesHolding(dataDir, 'SealedBodyThatMustGo')).not.toEqual([]);
  await dead.giveUp({ id: report.id, recipient: 'police' }, noon);
  tidyStore(database, 'delivered')(noon);
  expect(filesHolding(dataDir, 'SealedBodyThatMustGo')).toEqual([]);
  await close();
});
