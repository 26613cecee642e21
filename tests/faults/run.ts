/** `npm run faults`: the long runs. Prints seed and counts; exits 1 when anything was lost, readable or skipped. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const vitest = path.join('node_modules', 'vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/faults'], {
  stdio: 'inherit',
  env: { ...process.env, KTS_LONG: '1' },
});
process.exitCode = status ?? 1;
