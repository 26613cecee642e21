import path from 'node:path';
import type { BenchSite } from './bench-site.ts';
import type { Start } from './first-sign.ts';

/** What is built and started by itself, and what tells that it works. */
export const artefacts = ['intake', 'courier', 'fetch entry'] as const;
export type Artefact = (typeof artefacts)[number];

/** One start of an artefact on a store of its own that has its keys. `settings` go over those of the site. */
export function startOf(site: BenchSite, artefact: Artefact, settings: Readonly<Record<string, string>> = {}): Start {
  const folder = site.newFolder('cold');
  const env = { ...site.settings(['police']), DATA_DIR: path.join(folder, 'data'), ...settings };
  const built = (name: string) => path.join(site.functionDir, name);
  if (artefact === 'courier') return { file: built('courier.js'), env, folder, sign: 'ready' };
  if (artefact === 'intake') return { file: built('intake.js'), env, folder, sign: 'answer' };
  const file = path.join(import.meta.dirname, 'fetch-host.mjs');
  return { file, env: { ...env, FETCH_ENTRY: built('index.js') }, folder, sign: 'answer' };
}

/** The least there can be to compare with. */
export function emptyStart(site: BenchSite): Start {
  return { file: path.join(import.meta.dirname, 'empty.mjs'), env: {}, folder: site.newFolder('cold'), sign: 'answer' };
}
