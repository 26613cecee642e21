import { readdirSync } from 'node:fs';

/** A page of the built site: the file it is, and the address a browser asks for it. */
export interface StaticPage {
  readonly file: string;
  readonly url: string;
  readonly status: number;
}

const formPage = /\/tell\//;

/** Every page that the build left, "not found" among them. The form pages are answered as 203, see `notKeptAlive`. */
export function staticPages(siteDir: string): readonly StaticPage[] {
  const files = readdirSync(siteDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return files.sort().map((file) => {
    if (file === '404.html') return { file, url: '/en/no-such-page/', status: 404 };
    const url = `/${file.replace(/index\.html$/, '')}`;
    return { file, url, status: formPage.test(url) ? 203 : 200 };
  });
}
