import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { commonHashes, inspectPage, type PageHashes } from './inspect-page.ts';

/** What the function needs of the built site. */
export interface BuiltSite {
  readonly hashes: PageHashes;
  /** Language id → its page with the marks for title, menu and main. */
  readonly shells: ReadonlyMap<string, string>;
}

const shellFile = /^([^/]+)\/shell\/index\.html$/;

/** Reads every page of a built site, checks what the policy needs of it, and takes the shells out: nobody may open one. */
export async function takeShells(folder: string): Promise<BuiltSite> {
  const pages = new Map<string, PageHashes>();
  const shells = new Map<string, string>();
  for (const name of await htmlFiles(folder)) {
    const html = await readFile(path.join(folder, name), 'utf8');
    pages.set(name, inspectPage(html, name));
    const locale = shellFile.exec(name)?.[1];
    if (locale === undefined) continue;
    shells.set(locale, checkMarks(html, name));
    await rm(path.join(folder, path.dirname(name)), { recursive: true });
  }
  if (shells.size === 0) throw new Error('The site has no shell: every language needs its page `shell`.');
  return { hashes: commonHashes(pages), shells };
}

async function htmlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => name.replaceAll(path.sep, '/')).filter((name) => name.endsWith('.html'));
}

/** A shell without its marks would answer every report with an empty page. */
export function checkMarks(html: string, name: string): string {
  for (const mark of ['@@title@@', '@@main@@']) {
    if (!html.includes(mark))
      throw new Error(`${name} lacks the mark ${mark}: the function has nowhere to put its answer.`);
  }
  return html;
}
