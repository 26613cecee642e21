/** `npm run fuzz`: the long run. Prints every seed; exits 1 at the first fault, with its seed and its smallest case. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const vitest = path.join('node_modules', 'vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/fuzz'], {
  stdio: 'inherit',
  env: { ...process.env, KTS_LONG: '1' },
});
process.exitCode = status ?? 1;
