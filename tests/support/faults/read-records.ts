import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FaultRecord } from './record-fault.ts';

/** Every record that the tests of a run left in its folder; none when nothing was recorded. */
export function readRecords(folder: string): readonly FaultRecord[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line): FaultRecord => JSON.parse(line));
}
