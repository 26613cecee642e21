import { defineConfig } from 'vitest/config';
import { modelPlugin } from '../../src/build/model-plugin.ts';

/** Only the tests of the part that is being changed; `run.ts` names them. */
// biome-ignore lint/style/noDefaultExport: vitest reads its settings so
export default defineConfig({
  plugins: [modelPlugin()],
  test: {
    include: (process.env['KTS_MUTATION_TESTS'] ?? '').split(' '),
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
