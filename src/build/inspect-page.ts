import { createHash } from 'node:crypto';

/** What a content security policy must allow for one page. */
export interface PageHashes {
  readonly style: string;
  readonly script: string | undefined;
}

const styles = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const inlineScripts = /<script\b(?![^>]*\bsrc=)(?![^>]*\btype="application\/ld\+json")[^>]*>([\s\S]*?)<\/script>/gi;
const tags = /<[a-z][^<>]*>/gi;
const styleAttribute = /\sstyle\s*=/i;
const eventAttribute = /\son[a-z]+\s*=/i;

/**
 * The hashes of a page's one style and of its script, if it has one. Throws, naming the page, what a strict policy would
 * silently drop: a second style, `style=`, `on…=`.
 */
export function inspectPage(html: string, name: string): PageHashes {
  const [style, ...moreStyles] = [...html.matchAll(styles)].map(([, css = '']) => hash(css));
  const [script, ...moreScripts] = new Set([...html.matchAll(inlineScripts)].map(([, code = '']) => hash(code)));
  if (style === undefined) throw new Error(`${name} has no style: use the one layout.`);
  if (moreStyles.length > 0)
    throw new Error(`${name} has ${moreStyles.length + 1} styles: components have none of their own.`);
  if (moreScripts.length > 0) throw new Error(`${name} has ${moreScripts.length + 1} inline scripts: one is the most.`);
  for (const [tag] of withoutCode(html).matchAll(tags)) {
    const attributes = tag.replace(/"[^"]*"|'[^']*'/g, '""');
    if (styleAttribute.test(attributes))
      throw new Error(`${name} has a style= attribute, which no browser will apply: ${tag}`);
    if (eventAttribute.test(attributes))
      throw new Error(`${name} has an on…= attribute, which no browser will run: ${tag}`);
  }
  return { style, script };
}

/** One style and at most one script for the whole site; throws with the name of the page that differs. */
export function commonHashes(pages: ReadonlyMap<string, PageHashes>): PageHashes {
  const all = [...pages];
  const [first, ...rest] = all;
  if (first === undefined) throw new Error('The site has no page: look at what Astro said.');
  const other = rest.find(([, { style }]) => style !== first[1].style);
  if (other) throw new Error(`${other[0]} has another style than ${first[0]}: one style serves every page.`);
  const scripts = new Set(all.map(([, { script }]) => script).filter((script) => script !== undefined));
  if (scripts.size > 1) throw new Error(`The site has ${scripts.size} different inline scripts: one is the most.`);
  return { style: first[1].style, script: [...scripts][0] };
}

function hash(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`;
}

function withoutCode(html: string): string {
  return html
    .replace(styles, '')
    .replace(inlineScripts, '')
    .replace(/<!--[\s\S]*?-->/g, '');
}
