import type { Tree } from './script/live/live-data.ts';

/** A start tag with its attributes, an end tag, or words. */
const piece = /<([a-z][a-z0-9-]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*(\/?)>|<\/([a-z][a-z0-9-]*)>|([^<]+)/g;
const attribute = /([a-zA-Z-]+)(?:="([^"]*)")?/g;
const empty: readonly string[] = ['input', 'br'];
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * Our own markup as data. Our pages' policy lets no text become HTML in the browser, so what a script is to build comes as
 * this, made of the same markup that the form has. Throws for what it cannot read to the last letter.
 */
export function markupTree(markup: string): readonly Tree[] {
  const open: { readonly name: string; readonly attributes: Record<string, string>; readonly inside: Tree[] }[] = [
    { name: '', attributes: {}, inside: [] },
  ];
  let read = 0;
  const close = () => {
    const element = open.pop();
    if (element) open.at(-1)?.inside.push([element.name, element.attributes, ...element.inside]);
  };
  for (const [whole, start, attributes = '', selfClosed, end, words] of markup.matchAll(piece)) {
    if (end !== undefined && open.at(-1)?.name !== end) break;
    read += whole.length;
    if (words !== undefined) open.at(-1)?.inside.push(unescaped(words));
    if (start !== undefined) open.push({ name: start, attributes: attributesOf(attributes), inside: [] });
    if (end !== undefined || selfClosed === '/' || empty.includes(start ?? '')) close();
  }
  const [whole, ...left] = open;
  if (whole === undefined || left.length > 0 || read !== markup.length)
    throw new Error(
      `This is no markup that a script could build: close every element and quote every value: ${markup}`,
    );
  return whole.inside;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, unescaped(value)]));

const unescaped = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
