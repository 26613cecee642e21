import { readdirSync } from 'node:fs';
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
  let changes = false;
  return {
    name: 'page-script',
    configResolved({ command }) {
      changes = command === 'serve';
    },
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      for (const file of sources.flatMap(filesIn)) this.addWatchFile(file);
      if (changes || made === undefined) made = bundleScripts();
      const bundle = Object.entries(await made);
      return bundle.map(([key, text]) => `export const ${key} = ${JSON.stringify(text)};`).join('\n');
    },
  };
}

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
