import { openEmbeddedStore } from '../../functions/report/outbox/embedded/open-embedded-store.ts';
import { storeFiles } from '../../functions/report/outbox/embedded/store-files.ts';
import { anEnvelope, aSealedReport, epochDay } from './a-sealed-report.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const courierOn = (dataDir: string) => openEmbeddedStore({ dataDir, role: 'courier' });
export const intakeOn = (dataDir: string) => openEmbeddedStore({ dataDir, role: 'intake' });
export const fileOf = (dataDir: string) => storeFiles(dataDir).database;

/** A store with twenty reports in it, or so many of so many bytes, closed again. */
export async function usedStore(count = 20, bytes = 6): Promise<string> {
  const dataDir = temporaryFolder();
  const store = await courierOn(dataDir);
  await store.keys.publish({ day: epochDay, publicKey: Buffer.alloc(32, 1), wrapped: Buffer.alloc(64, 1) });
  const report = () => aSealedReport({ envelopes: [anEnvelope({ sealed: Buffer.alloc(bytes, 'sealed') })] });
  await Promise.all(Array.from({ length: count }, () => store.outbox.accept(report())));
  await store.close();
  return dataDir;
}
