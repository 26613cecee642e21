import { mergeConfig } from 'vitest/config';
import settings from '../../../vite.config.ts';

/** The tests as ever, and each worker says at its end what ran in it. */
// biome-ignore lint/style/noDefaultExport: vitest reads its settings so
export default mergeConfig(settings, { test: { setupFiles: ['tests/support/coverage/collect.setup.ts'] } });
