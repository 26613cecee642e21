import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { BenchSite } from './bench-site.ts';
import { type Artefact, artefacts, startOf } from './built-starts.ts';
import { type Figure, type Findings, show } from './figure.ts';
import { firstSign } from './first-sign.ts';
import { production } from './production-tree.ts';

/** How large the built function is, whole and as far as each start loads it, and what `npm ci --omit=dev` installs. */
export async function sizes(site: BenchSite): Promise<Findings> {
  const built = readdirSync(site.functionDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(site.functionDir, name));
  const figures: Figure[] = [{ what: 'built function, all of it', measured: weighed(built) }];
  for (const artefact of artefacts) {
    figures.push({
      what: `of it loaded by the first sign of ${artefact}`,
      measured: weighed(await loadedBy(site, artefact)),
    });
  }
  const { packages, bytes, nodeBytes } = production();
  return {
    figures: [
      ...figures,
      {
        what: 'installed by npm ci --omit=dev on this kind of machine',
        measured: `${show.count(packages)} packages, ${mebibytes(bytes)}, of it Node itself ${mebibytes(nodeBytes)}`,
      },
    ],
    notes: ['Sizes of files; what is installed builds the site, and the built function runs without it.'],
    voids: [],
  };
}

/** Every built file that a start loads until its first sign, seen as Node loads it. */
async function loadedBy(site: BenchSite, artefact: Artefact): Promise<readonly string[]> {
  const loads = path.join(site.folder, 'loads.txt');
  rmSync(loads, { force: true });
  const hook = pathToFileURL(path.join(import.meta.dirname, 'note-loads.mjs')).href;
  await firstSign({ ...startOf(site, artefact, { KTS_LOADS: loads }), options: ['--import', hook] });
  const files = new Set(readFileSync(loads, 'utf8').split('\n'));
  return [...files].filter((file) => file.startsWith(`${site.functionDir}${path.sep}`));
}

const mebibytes = (bytes: number): string => show.mebibytes(bytes / 1024 ** 2);

function weighed(files: readonly string[]): string {
  const sum = (size: (file: string) => number) => files.reduce((all, file) => all + size(file), 0);
  const bytes = sum((file) => statSync(file).size);
  const gzipped = sum((file) => gzipSync(readFileSync(file)).length);
  return `${show.bytes(bytes)} in ${show.count(files.length)} files (gzip ${show.bytes(gzipped)})`;
}
