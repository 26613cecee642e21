import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { open, Session } from 'node:inspector/promises';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { RanScript } from './ran-script.ts';

/** Where `run.ts` wants to find what ran; vitest hands the tests of each file to a worker of their own. */
const folder = process.env['KTS_COVERAGE'] ?? '';
// Vitest writes a source map at the end of a module only while somebody might debug it.
open(0, '127.0.0.1');
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

afterAll(async () => {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Debugger.enable');
  const scripts: RanScript[] = [];
  for (const { scriptId, url, functions } of result) {
    if (!url.includes('/functions/report/')) continue;
    const { scriptSource } = await session.post('Debugger.getScriptSource', { scriptId });
    scripts.push({ url, source: scriptSource, functions });
  }
  writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify(scripts));
}, 60_000);
