import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const fileIn = (dataDir: string) => path.join(dataDir, 'demo-port');

/** The courier notes where its demo mailbox listens: it may be another port after each restart. */
export function noteDemoPort(dataDir: string, port: number): void {
  writeFileSync(`${fileIn(dataDir)}.part`, String(port));
  renameSync(`${fileIn(dataDir)}.part`, fileIn(dataDir));
}

/** Where the demo mailbox listens, or `undefined` before a courier ever ran. */
export function readDemoPort(dataDir: string): number | undefined {
  try {
    const port = Number(readFileSync(fileIn(dataDir), 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}
