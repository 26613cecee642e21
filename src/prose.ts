import { type CollectionEntry, getCollection, type RenderResult, render } from 'astro:content';
import { entryIds } from './i18n/entry-ids.ts';
import { site } from './site.ts';

/** A page of prose, ready to be put on a page. */
export interface Prose {
  readonly data: CollectionEntry<'pages'>['data'];
  readonly Content: RenderResult['Content'];
  /** The language it is written in, which may be English for want of a translation. */
  readonly locale: string;
}

/** A page's prose in this language, else in English. */
export async function readProse(name: string, locale: string): Promise<Prose> {
  const entries = await getCollection('pages');
  const ids = entryIds(name, locale, site.intake);
  const entry = ids.flatMap((id) => entries.find((written) => written.id === id) ?? [])[0];
  if (!entry) throw new Error(`No page ${ids.join(' or ')}: write content/en/pages/${name}.md.`);
  const { Content } = await render(entry);
  return { data: entry.data, Content, locale: entry.id.slice(0, entry.id.indexOf('/')) };
}
