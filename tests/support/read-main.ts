import { decode } from '../functions/pages/read-html.ts';

/** Not read as text: drawings, and what the reader typed. */
const notRead = /<svg[\s\S]*?<\/svg>|(?<=<textarea[^>]*>)[\s\S]*?(?=<\/textarea>)|<!--[\s\S]*?-->/g;
const spoken = /\s(?:aria-label|alt|title|placeholder)="([^"]*)"/g;

const one = (text: string): string => decode(text).replace(/\s+/g, ' ').trim();

/** What stands inside `<main>` of a whole page. Throws for a page that has none. */
export function mainOf(html: string): string {
  const [, main] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  if (main === undefined) throw new Error(`No <main>: ${html.slice(0, 200)}`);
  return main;
}

/** Every text of `<main>`, node by node, folded ones and names that are only read aloud as well; none without a letter. */
export function textsOf(html: string): readonly string[] {
  const main = mainOf(html).replace(notRead, '');
  const aloud = [...main.matchAll(spoken)].map(([, text = '']) => text);
  return [...main.split(/<[^>]*>/), ...aloud].map(one).filter((text) => /\p{L}/u.test(text));
}
