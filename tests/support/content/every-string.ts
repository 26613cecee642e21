import { readdirSync, readFileSync } from 'node:fs';

/** One string of a word file, or one line of prose. */
export interface Said {
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

/** Every string of every language, and every line of prose. */
export function everyString(): readonly Said[] {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(json|mdx?)$/.test(file),
  );
  return files.flatMap((name) => {
    const text = readFileSync(`content/${name}`, 'utf8');
    const file = name.replaceAll('\\', '/').replace(/^en\//, '');
    if (name.endsWith('.json')) return stringsIn(JSON.parse(text)).map((said) => ({ file, ...said }));
    return text.split('\n').map((line, index) => ({ file, path: `line ${index + 1}`, text: line }));
  });
}

function stringsIn(value: unknown, path = ''): readonly Omit<Said, 'file'>[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, path ? `${path}.${key}` : key));
}
