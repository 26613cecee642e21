import { readFileSync } from 'node:fs';
import { type Branch, branchesOf } from './branches.ts';
import { counter, type RanScript } from './ran-script.ts';
import { lineStarts, type Place, placesOf } from './source-places.ts';

export interface FileBranches {
  readonly file: string;
  readonly branches: readonly (Branch & { readonly line: number })[];
  /** How often each was gone, over everything that was added. */
  readonly counts: number[];
  readonly starts: readonly number[];
}

export function fileBranches(file: string): FileBranches {
  const text = readFileSync(file, 'utf8');
  const starts = lineStarts(text);
  const branches = branchesOf(text).map((branch) => ({ ...branch, line: lineAt(starts, branch.start) + 1 }));
  return { file, branches, counts: branches.map(() => 0), starts };
}

/** Adds what one process or worker ran. */
export function addScript(files: ReadonlyMap<string, FileBranches>, script: RanScript): void {
  const places = placesOf(script);
  const countAt = counter(script);
  for (const [name, list] of places) {
    const file = files.get(name);
    if (file === undefined) continue;
    for (const [index, branch] of file.branches.entries()) {
      const more = timesGone(branch, (start, end) => countOf({ list, file, countAt }, start, end));
      file.counts[index] = (file.counts[index] ?? 0) + more;
    }
  }
}

function timesGone({ start, end, without }: Branch, count: (start: number, end: number) => number): number {
  if (without === undefined) return count(start, end);
  return Math.max(0, count(without.whole, end) - count(without.then, without.thenEnd));
}

interface Source {
  readonly list: readonly Place[];
  readonly file: FileBranches;
  countAt(offset: number): number;
}

/** How often the source between two offsets ran, by the first place in it that the map knows; 0 where it knows none. */
function countOf({ list, file, countAt }: Source, start: number, end: number): number {
  const offsetOf = ({ line, column }: Place) => (file.starts[line] ?? 0) + column;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = list[middle];
    if (place !== undefined && offsetOf(place) < start) low = middle + 1;
    else high = middle;
  }
  const place = list[low];
  return place === undefined || offsetOf(place) >= end ? 0 : countAt(place.offset);
}

function lineAt(starts: readonly number[], offset: number): number {
  const next = starts.findIndex((start) => start > offset);
  return (next === -1 ? starts.length : next) - 1;
}
