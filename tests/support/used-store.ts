import { openEmbeddedStore } from '../../functions/report/outbox/embedded/open-embedded-store.ts';
import { storeFiles } from '../../functions/report/outbox/embedded/store-files.ts';
import { aSealedReport, epochDay } from './a-sealed-report.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const courierOn = (dataDir: string) => openEmbeddedStore({ dataDir, role: 'courier' });
export const intakeOn = (dataDir: string) => openEmbeddedStore({ dataDir, role: 'intake' });
export const fileOf = (dataDir: string) => storeFiles(dataDir).database;

/** A store with twenty reports in it, closed again. */
export async function usedStore(): Promise<string> {
  const dataDir = temporaryFolder();
  const store = await courierOn(dataDir);
  await store.keys.publish({ day: epochDay, publicKey: Buffer.alloc(32, 1), wrapped: Buffer.alloc(64, 1) });
  await Promise.all(Array.from({ length: 20 }, () => store.outbox.accept(aSealedReport())));
  await store.close();
  return dataDir;
}
