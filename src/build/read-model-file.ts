import { isMap, isSeq, LineCounter, type ParsedNode, parseDocument, visit, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { mend } from './mend.ts';

export interface ModelText {
  /** The path as a person would look for it, such as `content/model/signs.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** The plain JSON of a model file, or one sentence for each thing to mend in it. */
export type ModelRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly string[] };

type Path = readonly PropertyKey[];

/** Parses one YAML file of the model and checks it: syntax first, then its schema, then that no id stands twice. */
export function readModelFile({ file, text }: ModelText, schema: z.ZodType): ModelRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, rest: string) => `${file}, line ${lines.linePos(offset).line}, ${rest}`;
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return { ok: false, problems: faults.map(({ pos, message }) => at(pos[0], `not readable as YAML: ${message}`)) };
  }
  const root = document.contents;
  const value: unknown = document.toJS();
  const checked = schema.safeParse(value, { reportInput: true });
  const issues = checked.success ? [] : checked.error.issues;
  const problems = [
    ...issues.map((issue) => at(offsetOf(root, issue), `${entryAt(root, issue.path)}: ${mend(issue, schema)}`)),
    ...repeatedIds(root).map(({ id, offset }) =>
      at(offset, `entry "${id}": this id stands here a second time; give one of the two another id or take it out.`),
    ),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/** Where to look: the unknown key itself, else the deepest node on the path (a key that is missing has none). */
function offsetOf(root: ParsedNode | null, issue: z.core.$ZodIssue): number {
  const trail = nodesAlong(root, issue.path);
  const last = trail.at(-1) ?? root;
  const unknownKey =
    issue.code === 'unrecognized_keys' && isMap(last) ? keyOffset(last, issue.keys[0] ?? '') : undefined;
  return unknownKey ?? last?.range[0] ?? 0;
}

/** The entry by its id: the deepest thing on the path that has one. */
function entryAt(root: ParsedNode | null, path: Path): string {
  const id = nodesAlong(root, path)
    .map((node) => (isMap(node) ? node.get('id') : undefined))
    .findLast((found) => typeof found === 'string' && found !== '');
  if (typeof id === 'string') return `entry "${id}"`;
  return typeof path[0] === 'number' ? `entry ${path[0] + 1} (it has no id)` : 'the file itself';
}

function nodesAlong(root: ParsedNode | null, path: Path): readonly ParsedNode[] {
  const trail: ParsedNode[] = root ? [root] : [];
  for (const step of path) {
    const here = trail.at(-1);
    const next = isMap(here) || isSeq(here) ? here.get(step, true) : undefined;
    if (!isParsed(next)) break;
    trail.push(next);
  }
  return trail;
}

const isParsed = (node: unknown): node is ParsedNode =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);

function keyOffset(map: YAMLMap, key: string): number | undefined {
  const found = map.items.find((pair) => isParsed(pair.key) && String(pair.key) === key)?.key;
  return isParsed(found) ? found.range[0] : undefined;
}

/** Ids that two entries of the same list share. */
function repeatedIds(root: ParsedNode | null): readonly { id: string; offset: number }[] {
  const repeated: { id: string; offset: number }[] = [];
  visit(root, {
    Seq(_key, list) {
      const seen = new Set<string>();
      for (const item of list.items) {
        const id = isMap(item) ? item.get('id') : undefined;
        if (typeof id !== 'string') continue;
        if (seen.has(id)) repeated.push({ id, offset: isParsed(item) ? item.range[0] : 0 });
        seen.add(id);
      }
    },
  });
  return repeated;
}
