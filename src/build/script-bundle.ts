import { createHash } from 'node:crypto';
import path from 'node:path';
import { build } from 'vite';
import { root } from './root.ts';

/** What the site hands to browsers: a script that stands in every page, and a file that only a form in use asks for. */
export interface ScriptBundle {
  readonly inline: string;
  /** Name without its ending; a hash, since a page must never meet the file of another build. */
  readonly liveName: string;
  readonly live: string;
}

/** Where `src/pages/assets` puts the file. */
export const liveAddress = (name: string): string => `/assets/${name}.js`;

/**
 * Bundles `src/script`. The script in the page is a plain one, so that a browser of 2017 has the way out too; the file is a
 * module, which browsers older than that pass by without a word.
 */
export async function bundleScripts(): Promise<ScriptBundle> {
  const live = await bundle({ entry: 'live/live.ts', format: 'es', target: 'chrome61', define: {} });
  const liveName = `live-${createHash('sha256').update(live).digest('base64url').slice(0, 8)}`;
  const define = { liveFile: JSON.stringify(liveAddress(liveName)) };
  const inline = await bundle({ entry: 'page-script.ts', format: 'iife', target: 'chrome60', define });
  return { inline, liveName, live };
}

interface Bundling {
  readonly entry: string;
  readonly format: 'es' | 'iife';
  readonly target: string;
  readonly define: Readonly<Record<string, string>>;
}

async function bundle({ entry, format, target, define }: Bundling): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { ...define },
    build: {
      write: false,
      target,
      modulePreload: false,
      rolldownOptions: { input: path.join(root, 'src/script', entry), output: { format } },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...more] = outputs;
  if (chunk?.type !== 'chunk' || more.length > 0)
    throw new Error(`${entry} must become one file: it became ${outputs.length}.`);
  return chunk.code.trim();
}
