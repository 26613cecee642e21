import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RanScript } from './ran-script.ts';

/** A place in a source and the offset in the script that was made of it. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

/** The places of each source that a script was made of, in their order; by the path from `functions/` on. */
export function placesOf(script: RanScript): ReadonlyMap<string, readonly Place[]> {
  const map = sourceMapOf(script);
  const places = new Map<string, Place[]>();
  if (map === undefined) return places;
  const names = map.sources.map((source) => fromFunctions(source) ?? fromFunctions(script.url));
  const starts = lineStarts(script.source);
  // What vitest puts before the first line is not in the map.
  const before = script.source.startsWith("'use strict';async (") ? script.source.indexOf('{{') + 2 : 0;
  for (const [line, segments] of decoded(map.mappings).entries()) {
    for (const [column, source, sourceLine, sourceColumn] of segments) {
      const name = names[source];
      if (name === undefined) continue;
      const offset = (starts[line] ?? 0) + column + (line === 0 ? before : 0);
      const list = places.get(name) ?? [];
      if (list.push({ line: sourceLine, column: sourceColumn, offset }) === 1) places.set(name, list);
    }
  }
  for (const list of places.values()) list.sort((one, other) => one.line - other.line || one.column - other.column);
  return places;
}

const fromFunctions = (file: string): string | undefined => /functions\/report\/.*\.ts$/.exec(file)?.[0];

/** At the end of the script, or in the file beside it. */
function sourceMapOf({ url, source }: RanScript): SourceMap | undefined {
  const inline = /\/\/# sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,([\w+/=]+)/.exec(source)?.[1];
  if (inline !== undefined) return JSON.parse(Buffer.from(inline, 'base64').toString());
  try {
    return JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8'));
  } catch {
    return undefined;
  }
}

export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

type Segment = readonly [column: number, source: number, line: number, sourceColumn: number];

/** The mappings of a source map (ECMA-426): lines by `;`, segments by `,`, each number a base64 VLQ from the last one. */
function decoded(mappings: string): readonly (readonly Segment[])[] {
  let [source, line, column] = [0, 0, 0];
  return mappings.split(';').map((text) => {
    let generated = 0;
    return text.split(',').flatMap((segment): Segment[] => {
      const [first = 0, second, third = 0, fourth = 0] = numbers(segment);
      generated += first;
      if (second === undefined) return [];
      source += second;
      line += third;
      column += fourth;
      return [[generated, source, line, column]];
    });
  });
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function numbers(segment: string): readonly number[] {
  const found: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = letters.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    found.push(value & 1 ? -(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return found;
}
