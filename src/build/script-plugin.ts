import path from 'node:path';
import type { Plugin } from 'vite';
import { root } from './root.ts';
import { bundleScripts, type ScriptBundle } from './script-bundle.ts';

const name = 'virtual:script';
const resolved = `\0${name}`;
/** A change in one of these makes another script. */
const sources = ['src/script', 'functions/report/contract', 'functions/report/pages/parts'];

/** Hands `src/script` to the layout and to the page that is its file, bundled: `virtual:script`. */
export function scriptPlugin(): Plugin {
  let made: Promise<ScriptBundle> | undefined;
  return {
    name: 'page-script',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      made ??= bundleScripts();
      const bundle = Object.entries(await made);
      return bundle.map(([key, text]) => `export const ${key} = ${JSON.stringify(text)};`).join('\n');
    },
    configureServer(server) {
      server.watcher.on('change', (file) => {
        if (!sources.some((folder) => file.startsWith(path.join(root, folder)))) return;
        made = undefined;
        for (const { moduleGraph } of Object.values(server.environments)) {
          const module = moduleGraph.getModuleById(resolved);
          if (module) moduleGraph.invalidateModule(module);
        }
      });
    },
  };
}
