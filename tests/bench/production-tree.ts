import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Locked {
  readonly dev?: boolean;
}

export interface Production {
  readonly packages: number;
  readonly bytes: number;
  /** Of these, the runtime that this project brings along. */
  readonly nodeBytes: number;
}

/**
 * What an install without development packages puts on this kind of machine: of the lock file's packages those that are
 * not for development only and that stand in `node_modules`, where those for other machines do not.
 */
export function production(): Production {
  const { packages }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  const folders = Object.entries(packages)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true && existsSync(folder))
    .map(([folder]) => folder);
  const weight = (some: readonly string[]) => some.reduce((sum, folder) => sum + bytesIn(folder), 0);
  const node = folders.filter((folder) => /^node_modules\/node-(?:linux|win|darwin)-\w+$/.test(folder));
  return { packages: folders.length, bytes: weight(folders), nodeBytes: weight(node) };
}

/** Of all its files; packages inside it stand in the lock file themselves. */
function bytesIn(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inner = path.join(folder, entry.name);
    if (entry.isDirectory()) bytes += entry.name === 'node_modules' ? 0 : bytesIn(inner);
    else bytes += lstatSync(inner).size;
  }
  return bytes;
}
