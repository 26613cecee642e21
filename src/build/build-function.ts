import path from 'node:path';
import { build } from 'vite';
import { modelPlugin } from './model-plugin.ts';
import { root } from './root.ts';
import { siteModule } from './site-module.ts';
import type { BuiltSite } from './site-pages.ts';

/** What is started from outside, and under which name it stands in the built folder. */
const entries = {
  index: 'index.ts',
  intake: 'hosts/entries/intake.ts',
  courier: 'hosts/entries/courier.ts',
  start: 'hosts/entries/start.ts',
  command: 'hosts/entries/command.ts',
} as const;

/** Bundles the function round the built site: a folder that runs by itself, without node_modules. */
export async function buildFunction(site: BuiltSite, outDir: string): Promise<void> {
  const input = Object.entries(entries).map(([name, file]) => [name, path.join(root, 'functions/report', file)]);
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [modelPlugin(), siteModule(site)],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      // For `npm run coverage`, which reads what the built processes ran.
      sourcemap: process.env['KTS_COVERAGE'] !== undefined,
      rolldownOptions: {
        input: Object.fromEntries(input),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}
