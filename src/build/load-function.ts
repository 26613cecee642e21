import path from 'node:path';
import { runnerImport } from 'vite';
import { modelPlugin } from './model-plugin.ts';
import { root } from './root.ts';

/**
 * Runs a module of the function as it stands in the source, model files included: plain Node cannot read those.
 * @param file below `functions/report/`
 */
export async function loadFunction<T>(file: string): Promise<T> {
  const { module } = await runnerImport<T>(path.join(root, 'functions/report', file), {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [modelPlugin()],
  });
  return module;
}
