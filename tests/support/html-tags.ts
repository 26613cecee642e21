/** A start tag of a whole page, as a browser would read it. Our pages are regular enough for patterns; `tagsOf` fails where they are not. */
export interface HtmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it begins. */
  readonly at: number;
}

const tag = /<([a-zA-Z][^\s/>]*)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;
const attribute = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#38': '&' };

/** Every start tag outside style, script and comments. Throws when something looks like a tag and was not read as one. */
export function tagsOf(html: string): readonly HtmlTag[] {
  const bare = html.replace(/<!--[\s\S]*?-->|(?<=<(style|script)[^>]*>)[\s\S]*?(?=<\/\1>)/g, (gone) =>
    ' '.repeat(gone.length),
  );
  const tags = [...bare.matchAll(tag)].map(({ 1: name = '', 2: rest = '', index }) => ({
    name: name.toLowerCase(),
    at: index,
    attributes: new Map(
      [...rest.matchAll(attribute)].map((found) => [(found[1] ?? '').toLowerCase(), readValue(found)]),
    ),
  }));
  const looksLike = bare.match(/<[a-zA-Z]/g)?.length ?? 0;
  if (looksLike !== tags.length) throw new Error(`${looksLike} tags were begun and ${tags.length} could be read.`);
  return tags;
}

const readValue = ([, , double, single, bare]: RegExpMatchArray): string =>
  (double ?? single ?? bare ?? '').replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** What stands inside each element of this name that has no such element inside it. */
export const insideOf = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(([, inside = '']) => inside);
