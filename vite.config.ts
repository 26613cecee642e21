import { defineConfig } from 'vitest/config';
import { modelPlugin } from './src/build/model-plugin.ts';

/** For the tests; Astro and the function's build take the same plugin and keep their own settings. */
export default defineConfig({
  plugins: [modelPlugin()],
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
