import { paths } from '../../functions/report/contract/paths.ts';
import { tagsOf } from './html-tags.ts';

/** A page with the address, from the first slash on, under which it came. */
export interface Linking {
  readonly name: string;
  readonly address: string;
  readonly html: string;
}

/** Links to pages of ours, or to parts of them, that lead nowhere on a running site. */
export async function deadLinks(site: string, pages: Iterable<Linking>): Promise<readonly string[]> {
  const asked = new Map<string, Promise<string | undefined>>();
  const ask = (address: string) => {
    const page = asked.get(address) ?? fetch(`${site}${address}`).then((got) => (got.ok ? got.text() : undefined));
    asked.set(address, page);
    return page;
  };
  const dead = new Set<string>();
  for (const { name, address, html } of pages) {
    for (const { attributes } of tagsOf(html)) {
      const href = attributes.get('href') ?? attributes.get('formaction');
      if (href === undefined || /^[a-z]+:/.test(href)) continue;
      const { pathname, hash } = new URL(href, `${site}${address}`);
      // What is posted to is answered with the form, whose parts are those of the form's own page.
      const page = pathname === paths.post ? '/en/tell/' : pathname;
      const target = href.startsWith('#') ? html : await ask(page);
      if (target === undefined || !hasPart(target, hash)) dead.add(`${name}: ${href}`);
    }
  }
  return [...dead];
}

const hasPart = (html: string, hash: string): boolean =>
  hash === '' || html.includes(` id="${decodeURIComponent(hash.slice(1))}"`);
