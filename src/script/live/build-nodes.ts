import type { Tree } from './live-data.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Makes what a tree says, without a word of it ever being read as HTML. */
export const buildNodes = (trees: readonly Tree[], space?: string | null): Node[] =>
  trees.map((tree) => buildNode(tree, space));

export function buildNode(tree: Tree, space: string | null = document.documentElement.namespaceURI): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const [name, attributes, ...inside] = tree;
  const own = name === 'svg' ? svg : space;
  const element = document.createElementNS(own, name);
  for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key] ?? '');
  element.append(...buildNodes(inside, own));
  return element;
}
