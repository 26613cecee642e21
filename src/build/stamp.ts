import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteInput } from './build-site.ts';
import { root } from './root.ts';

/** Everything whose change changes what is built. */
const folders = ['content', 'src', 'functions', 'public'];
const files = ['package.json', 'package-lock.json', 'astro.config.mjs', 'vite.config.ts', 'tsconfig.json'];

/** A hash of all that a build is made from: the same stamp, the same site and function. */
export async function stampOf({ siteUrl, intake, demo, drafts }: SiteInput): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify({ siteUrl, intake, demo, drafts, node: process.version }));
  const inFolders = await Promise.all(folders.map(filesIn));
  for (const name of [...files, ...inFolders.flat()].sort()) {
    hash.update(`\0${name}\0`).update(await readFile(path.join(root, name)));
  }
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}
