import path from 'node:path';
import { createServer, isRunnableDevEnvironment } from 'vite';
import { modelPlugin } from './model-plugin.ts';
import { root } from './root.ts';

/**
 * Runs something with a module of the function as it stands in the source, model files included: plain Node cannot read
 * those. What the module loads later still loads, until `use` has ended.
 * @param file below `functions/report/`
 */
export async function withFunction<M, T>(file: string, use: (module: M) => Promise<T>): Promise<T> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [modelPlugin()],
  });
  try {
    const { ssr } = server.environments;
    if (!isRunnableDevEnvironment(ssr))
      throw new Error('This Vite cannot run modules: install what package-lock.json says.');
    return await use(await ssr.runner.import<M>(path.join(root, 'functions/report', file)));
  } finally {
    await server.close();
  }
}
